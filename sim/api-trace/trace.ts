// SPDX-License-Identifier: Apache-2.0
/** Runs one life of the city and writes a line for every request: method, path, who, what came. */

import { addDays, dayOf, z } from '@gongxin/core/kernel'
import { getProcedure, usualProcedure } from '@gongxin/core/procedures'
import { findBidAct } from '@gongxin/core/trading/bid'
import { findAct } from '@gongxin/core/trading/tender'
import { routes } from '@gongxin/shell/http/contract'
import {
  agendaOf,
  castOf,
  clientAt,
  clockOf,
  type Entry,
  type Exchange,
  type Plan,
  type Project,
  planOf,
  stageOn,
  tell,
} from '../city/index.ts'

export interface TraceOptions {
  readonly url: string
  readonly seed: number
  readonly bank: string
  readonly say: (line: string) => void
}

const project: Project = {
  district: '城中区',
  name: '中山西路道路改造工程',
  branch: 'municipal',
  estimate: 2680,
  ending: 'notified',
  procedure: usualProcedure,
  scored: false,
}

/** A number of its own: the tenders of the city are counted from one. */
const ownNumber = 900

/** False where the platform refused something on the way. */
export async function trace(options: TraceOptions): Promise<boolean> {
  const { seed, say } = options
  const client = clientAt(options.url, (exchange) => say(lineOf(exchange)))
  const personas = await client.ask(routes.personas)
  if (!personas.ok) return false
  const cast = castOf(seed, personas.value)
  const clock = await clockOf(client)
  const today = dayOf(clock.now())
  const planned = planOf(project, ownNumber, { seed, cast, present: today })
  // The hour tells two traces of one day apart.
  const code = `trace-${clock.now().replace(/\D/g, '').slice(0, 14)}`
  const plan: Plan = { ...planned, code, start: addDays(today, 1) }
  const agenda = agendaOf({ plans: [plan] })
  say(`《${plan.project.name}》：${titlesOf(agenda)}`)
  const stage = stageOn(client, { seed, cast, bank: options.bank, clock, known: new Map() })
  const { broken } = await tell({ stage, clock, agenda, say: (line) => say(`\n${line}`) })
  await showResult(options, plan, stage.tenders.get(plan.code))
  return broken.size === 0
}

function titlesOf(agenda: readonly Entry[]): string {
  const acts = [...new Set(agenda.map(({ step }) => step.act))].filter((act) => act !== 'wait')
  return acts.map(titleOfAct).join('、')
}

function titleOfAct(act: string): string {
  if (act === 'pay-deposit') return '提交投标保证金'
  return (findAct(act) ?? findBidAct(act))?.title.zh ?? act
}

function lineOf({ route, path, as, status, fault }: Exchange): string {
  const act = /\/acts\/([a-z-]+)$/.exec(path)?.[1]
  const title = act === undefined ? route.title.zh : titleOfAct(act)
  const who = as === '' ? '任何人' : as
  const came = fault === null ? `${status} 已办理` : `${status} ${fault.code}：${fault.detail}`
  return `${route.method.padEnd(4)} ${path}\n     ${who} · ${title} → ${came}`
}

const recordShape = z.object({
  record: z.object({ rows: z.array(z.object({ identity: z.string().optional() })) }),
})

/** How many bids were signed by the certificate of their bidder, as the record says. */
function certificatesSaid(state: unknown): string {
  const rows = recordShape.safeParse(state).data?.record.rows ?? []
  const proved = rows.filter(({ identity }) => identity === 'proved').length
  return `投标人证书：${rows.length}份投标中${proved}份有效`
}

/** What anybody may read of it afterwards, without signing in. */
async function showResult(options: TraceOptions, plan: Plan, tender: string | undefined) {
  if (tender === undefined) return
  const client = clientAt(options.url)
  const view = await client.ask(routes.tender, { params: { tender } })
  if (!view.ok) return
  const stage = getProcedure(view.value.procedure).stages.find((s) => s.id === view.value.phase)
  options.say(`\n${plan.project.name} 现处于“${stage?.title.zh ?? view.value.phase}”`)
  options.say(certificatesSaid(view.value.state))
  const trail = await client.ask(routes.trail, { params: { tender } })
  if (!trail.ok) return
  for (const { seq, at, title, body } of trail.value.items) {
    options.say(
      `${String(seq).padStart(4)} ${at} ${title.zh}${body === null ? '（内容未公开）' : ''}`,
    )
  }
}
