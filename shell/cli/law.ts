// SPDX-License-Identifier: Apache-2.0
/** `gongxin law due RULE --from DATE [--n N]`: when a limit ends, with clause and working. */

import { type CivilDate, isCivilDate } from '@gongxin/core/kernel'
import {
  calendar,
  calendarBegins,
  calendarCovers,
  due,
  explainDue,
  findLimit,
  type Limit,
  lastDateBefore,
  limits,
} from '@gongxin/core/law'
import {
  answering,
  asksForHelp,
  commandHelp,
  type ExitCode,
  type Run,
  WrongInput,
} from './command.ts'

const usage = 'gongxin law due RULE --from DATE [--n N]   (RULE: LIM-05 or bid-preparation-time)'

export const run: Run = (args) => answering(() => asked(args))

async function asked(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    const rows = limits.map((row) => `${row.handbook}  ${row.id}  ${row.title}`)
    process.stdout.write(commandHelp(usage, rows))
    return 0
  }
  const [verb, name, ...rest] = args
  if (verb !== 'due') throw new WrongInput('COMMAND', 'must be due; try gongxin law --help')
  if (name === undefined) throw new WrongInput('RULE', 'missing')
  const limit = findLimit(name)
  if (limit === undefined) throw new WrongInput('RULE', `unknown ${name}`)
  const options = optionsOf(rest)
  process.stdout.write(`${JSON.stringify(answerOf(limit, options))}\n`)
  return 0
}

interface Options {
  readonly from: CivilDate
  readonly n: number | null
}

function answerOf(limit: Limit, { from, n }: Options) {
  const own = limit.versions.find((v) => v.from <= from)
  if (own === undefined) throw new WrongInput('--from', 'before the rule is in force')
  const figure = n ?? own.n
  if (figure === null) throw new WrongInput('--n', `missing, ${limit.handbook} has no own number`)
  const counting = { lawDay: from, calendar, n: figure }
  if (limit.kind === 'BACK') {
    const last = lastDateBefore(limit, from, counting)
    const cites = limit.cites.map((cite) => `${cite.document} ${cite.article}`)
    const sentence = `${limit.since}往前数${figure}日，最晚${last}${limit.until}`
    return {
      rule: limit.handbook,
      from,
      raw: last,
      safe: last,
      cites,
      steps: [],
      provisional: false,
      sentence,
    }
  }
  if (!['D', 'WD', 'Y'].includes(limit.unit)) {
    throw new WrongInput('RULE', `${limit.handbook} is not counted in days or years`)
  }
  if (limit.unit === 'WD' && figure < 1) throw new WrongInput('--n', 'must be at least 1')
  const { raw, safe, cites, steps, provisional, ...rest } = due(limit, from, counting)
  const sentence = explainDue({ raw, safe, cites, steps, provisional, ...rest })
  return { rule: limit.handbook, from, raw, safe, cites, steps, provisional, sentence }
}

function optionsOf(args: readonly string[]): Options {
  let from: CivilDate | null = null
  let n: number | null = null
  for (let i = 0; i < args.length; i += 2) {
    const [flag = '', value = ''] = args.slice(i, i + 2)
    if (flag === '--from') from = dayOf(value)
    else if (flag === '--n') n = countOf(value)
    else throw new WrongInput(flag, 'unknown argument')
  }
  if (from === null) throw new WrongInput('--from', 'missing')
  return { from, n }
}

function dayOf(value: string): CivilDate {
  if (!isCivilDate(value)) throw new WrongInput('--from', 'is not a day YYYY-MM-DD')
  if (!calendarCovers(value)) throw new WrongInput('--from', `no calendar before ${calendarBegins}`)
  return value
}

function countOf(value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new WrongInput('--n', 'must be a whole number')
  return Number(value)
}
