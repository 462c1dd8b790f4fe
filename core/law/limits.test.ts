// SPDX-License-Identifier: Apache-2.0
/** Near misses of the day count: one day either side, in words a clerk can check. */

import { describe, expect, test } from 'vitest'
import { day, moment } from '../kernel/index.ts'
import {
  calendar,
  clarificationDeadline,
  complaintEnd,
  constructionLimits,
  due,
  dueMoment,
  explainDue,
  lastDateBefore,
  limitOf,
  limits,
  procurementLimits,
} from './index.ts'

const counting = { lawDay: day('2025-09-01'), calendar }

describe('期限表', () => {
  test('工程四十八行、采购六十二行，编号连续，两种名字都找得到', () => {
    const numbered = (prefix: string, length: number) =>
      Array.from({ length }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`)
    expect(constructionLimits.map((l) => l.handbook)).toEqual(numbered('LIM', 48))
    expect(procurementLimits.map((l) => l.handbook)).toEqual(numbered('TL', 62))
    expect(new Set(limits.map((l) => l.id)).size).toBe(48 + 62)
    for (const row of limits) expect(limitOf(row.id)).toBe(limitOf(row.handbook))
  })
})

describe('小时和分钟：从起算的时刻数到分，休息日不顺延，也不当作天数', () => {
  test.each([
    // 期限      起算（周五16:30）            数           届满
    ['LIM-13', '2025-09-26T08:30:00.000Z', null, '2025-09-26T09:00:00.000Z'],
    ['LIM-13', '2025-09-26T08:30:00.000Z', 40, '2025-09-26T09:10:00.000Z'],
    ['LIM-29', '2025-09-26T08:30:00.000Z', null, '2025-09-26T20:30:00.000Z'],
    ['LIM-36', '2025-09-26T08:30:00.000Z', null, '2025-09-27T08:30:00.000Z'],
  ] as const)('%s 自%s起 %s', (limit, start, n, end) => {
    const { lawDay } = counting
    expect(dueMoment(limitOf(limit), moment(start), { lawDay, ...(n && { n }) })).toBe(end)
  })

  test('以小时计的不能问到哪一天，以天计的不能问到哪一刻', () => {
    for (const limit of limits.filter(({ unit }) => !['D', 'WD', 'Y'].includes(unit))) {
      expect(() => due(limit, day('2025-09-26'), { ...counting, n: 1 })).toThrow(limit.handbook)
    }
    const start = moment('2025-09-26T08:30:00.000Z')
    expect(() => dueMoment(limitOf('LIM-05'), start, counting)).toThrow('LIM-05')
  })
})

describe('日历天：起算日不计，末日遇休息日顺延', () => {
  test.each([
    // 期限      起算日        天数   数满          顺延
    ['LIM-05', '2025-09-01', null, '2025-09-21', '2025-09-22'],
    ['LIM-05', '2025-09-02', null, '2025-09-22', '2025-09-22'],
    ['LIM-05', '2025-09-08', null, '2025-09-28', '2025-09-28'], // 调休上班的周日
    ['LIM-23', '2025-09-01', 30, '2025-10-01', '2025-10-09'],
    ['LIM-24', '2025-09-26', null, '2025-10-01', '2025-10-09'],
    ['LIM-02', '2025-09-08', null, '2025-09-13', '2025-09-15'],
    ['LIM-17', '2025-09-26', null, '2025-09-29', '2025-09-29'],
    ['LIM-14', '2025-09-22', 90, '2025-12-21', '2025-12-22'],
    ['LIM-18', '2026-02-11', null, '2026-02-14', '2026-02-14'], // 调休上班的周六
    ['LIM-18', '2026-02-12', null, '2026-02-15', '2026-02-24'],
    ['LIM-31', '2025-10-03', null, '2035-10-03', '2035-10-03'], // 保存期不顺延
    ['LIM-42', '2024-02-29', null, '2039-02-28', '2039-02-28'],
  ] as const)('%s 自%s起 %s 日', (limit, start, n, raw, safe) => {
    const lawDay = day('2026-01-01')
    const found = due(limitOf(limit), day(start), { lawDay, calendar, ...(n && { n }) })
    expect([found.raw, found.safe]).toEqual([raw, safe])
  })

  test('工作日按官方日历数，跳过国庆长假', () => {
    expect(due(limitOf('LIM-26'), day('2025-09-26'), counting).safe).toBe('2025-09-30')
    const decision = due(limitOf('LIM-27'), day('2025-09-26'), counting)
    expect(decision.safe).toBe('2025-11-13')
    expect(decision.steps.filter((s) => s.why === '法定节假日，不计')).toHaveLength(8)
  })

  test('没有官方日历的年份标为暂定', () => {
    const limit = limitOf('LIM-05')
    expect(due(limit, day('2026-12-10'), counting)).toMatchObject({
      raw: '2026-12-30',
      provisional: false,
    })
    expect(due(limit, day('2026-12-12'), counting)).toMatchObject({
      safe: '2027-01-04',
      provisional: true,
    })
    expect(due(limit, day('2027-01-18'), counting)).toMatchObject({
      raw: '2027-02-07',
      safe: '2027-02-09',
    })
    expect(() => due(limit, day('2024-01-01'), counting)).toThrow('no calendar')
  })

  test('一句话说清条款和算式', () => {
    expect(explainDue(due(limitOf('LIM-05'), day('2025-09-01'), counting))).toBe(
      '2025年9月1日开始发出招标文件，当日不计，数满20日为9月21日（周日），顺延至9月22日' +
        '（招标投标法第24条，民法典第203条）。',
    )
    expect(explainDue(due(limitOf('LIM-26'), day('2025-09-26'), counting))).toBe(
      '2025年9月26日收到投诉，当日不计，数满3个工作日为9月30日（实施条例第61条）。',
    )
  })
})

describe('倒数的期限和补遗', () => {
  test('投标截止十天前提出异议', () => {
    const lawDay = day('2025-09-01')
    expect(lastDateBefore(limitOf('LIM-07'), day('2025-09-22'), { lawDay })).toBe('2025-09-12')
    expect(lastDateBefore(limitOf('LIM-04'), day('2025-09-22'), { lawDay })).toBe('2025-09-20')
  })

  test.each([
    ['够十五天，截止不动', '2025-09-01', '2025-09-17', '2025-09-17'],
    ['正好十五天', '2025-09-02', '2025-09-17', '2025-09-17'],
    ['差一天，顺延', '2025-09-03', '2025-09-17', '2025-09-18'],
    ['数满日是周六，移到周一', '2025-09-05', '2025-09-17', '2025-09-22'],
  ])('%s', (_, published, deadline, moved) => {
    expect(clarificationDeadline(day(published), day(deadline), counting)).toBe(moved)
  })
})

describe('投诉期限扣除等待异议答复的日子', () => {
  const spans = (...pairs: [string, string][]) =>
    pairs.map(([a, b]) => ({ objectedOn: day(a), repliedOn: day(b) }))

  test.each([
    ['没有异议', [], '2025-09-11'],
    ['等了三天', spans(['2025-09-05', '2025-09-08']), '2025-09-15'],
    ['最后一天才提异议', spans(['2025-09-11', '2025-09-12']), '2025-09-12'],
    ['期满后的异议不起作用', spans(['2025-09-12', '2025-09-15']), '2025-09-11'],
    ['两次相加', spans(['2025-09-05', '2025-09-08'], ['2025-09-10', '2025-09-12']), '2025-09-16'],
    [
      '重叠只算一次',
      spans(['2025-09-05', '2025-09-08'], ['2025-09-06', '2025-09-09']),
      '2025-09-15',
    ],
  ])('%s', (_, objections, end) => {
    expect(complaintEnd({ knew: day('2025-09-01'), objections }, counting).safe).toBe(end)
  })

  test('异议未答复，期限未定', () => {
    const objections = [{ objectedOn: day('2025-09-05') }]
    expect(complaintEnd({ knew: day('2025-09-01'), objections }, counting).safe).toBeNull()
  })
})
