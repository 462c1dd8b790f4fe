// SPDX-License-Identifier: Apache-2.0
/** How dates, money and phases read on a page. */

import { clockOf, dayOf, type Instant, weekdayOf, yuanShown } from '@gongxin/core/kernel'

/** 2026年11月24日（周二）09:30, in 北京时间. */
export function momentShown(at: Instant): string {
  const day = dayOf(at)
  const [year, month, date] = day.split('-').map(Number)
  const weekday = '一二三四五六日'[weekdayOf(day) - 1] ?? ''
  return `${year}年${month}月${date}日（周${weekday}）${clockOf(at)}`
}

export function yuan(fen: number | null): string {
  return fen === null ? '—' : yuanShown(fen)
}

const kinds: Readonly<Record<string, string>> = {
  works: '施工',
  goods: '货物',
  service: '服务',
  design: '勘察设计',
}

export function kindShown(kind: string): string {
  return kinds[kind] ?? '其他'
}

const roleNames: Readonly<Record<string, string>> = {
  tenderOwner: '招标人',
  agency: '招标代理机构',
  bidder: '投标人',
  expert: '评标专家',
  centre: '交易中心',
  authority: '行政监督部门',
  audit: '审计',
  system: '平台时钟',
}

export function roleShown(role: string): string {
  return roleNames[role] ?? '其他'
}
