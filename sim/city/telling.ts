// SPDX-License-Identifier: Apache-2.0
/** Tells the agenda to the platform: moves its clock from act to act, and says how it went. */

import { addMs, Broken, type Instant, isInstant } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import type { Entry } from './agenda.ts'
import type { Client, Fault } from './client.ts'
import { perform, type Stage } from './performer.ts'
import type { Plan } from './plan.ts'

/** The clock of the platform, as last heard and running on since. */
export interface PlatformClock {
  now(): Instant
  /** Not moved where the hour has come already. */
  reach(at: Instant): Promise<void>
}

export async function clockOf(client: Client): Promise<PlatformClock> {
  const heard = await client.ask(routes.clock)
  if (!heard.ok) throw new Broken(`the platform does not tell the time: ${heard.fault.code}`)
  if (heard.value.mode !== 'demo') throw new Broken('only a platform in demo mode is told stories')
  let [told, at] = [heard.value.now, Date.now()]
  const now = () => {
    if (!isInstant(told)) throw new Broken(`not an instant: ${told}`)
    return addMs(told, Date.now() - at)
  }
  return {
    now,
    async reach(to) {
      if (now() >= to) return
      const moved = await client.ask(routes.moveClock, { body: { to }, as: '演示时钟' })
      // The platform's hour may be a breath ahead of what we reckon: then it has come already.
      const shown =
        moved.ok || moved.fault.code !== tooEarly ? moved : await client.ask(routes.clock)
      if (!shown.ok) throw new Broken(`the clock does not move: ${shown.fault.detail}`)
      told = shown.value.now
      at = Date.now()
    },
  }
}

const tooEarly = 'clock-moves-forward-only'

export interface Telling {
  readonly stage: Stage
  readonly clock: PlatformClock
  readonly agenda: readonly Entry[]
  readonly say: (line: string) => void
}

export interface Told {
  /** Lives that broke off, each with the act that was refused. */
  readonly broken: ReadonlyMap<Plan, string>
  readonly acts: number
}

export async function tell({ stage, clock, agenda, say }: Telling): Promise<Told> {
  const broken = new Map<Plan, string>()
  const left = new Map<Plan, number>()
  for (const { plan } of agenda) left.set(plan, (left.get(plan) ?? 0) + 1)
  let acts = 0
  for (const [i, entry] of agenda.entries()) {
    const { plan, step } = entry
    const rest = (left.get(plan) ?? 1) - 1
    left.set(plan, rest)
    if (broken.has(plan)) continue
    await clock.reach(step.at)
    const fault = await persistently(stage, entry)
    acts += 1
    if (fault !== null) {
      const why = `${step.act}：${fault.code} ${fault.detail}`
      broken.set(plan, why)
      say(`✗ ${titleOf(plan)} 在 ${why}`)
    } else if (rest === 0) {
      say(`✓ ${titleOf(plan)} ${plan.course.phase}`)
    }
    if ((i + 1) % 500 === 0) say(`  ${i + 1}/${agenda.length} 演示时间 ${clock.now()}`)
  }
  return { broken, acts }
}

export function titleOf({ code, project }: Plan): string {
  return `${code} ${project.district}${project.name}`
}

/** These follow on what the platform does by itself, which may take it a moment. */
const following = new Set([
  ...['start-opening', 'commit-draw-number', 'check-in', 'archive', 'pay-deposit'],
  ...['reveal-draw-number', 'convene-committee'],
])
const pauseMs = 400
const mostTries = 20

async function persistently(stage: Stage, entry: Entry): Promise<Fault | null> {
  for (let tries = 1; ; tries += 1) {
    const fault = await perform(stage, entry)
    if (fault === null) return null
    const again =
      fault.kind === 'unavailable' ||
      fault.kind === 'conflict' ||
      fault.status === 401 ||
      following.has(entry.step.act)
    if (!again || tries >= mostTries) return fault
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
