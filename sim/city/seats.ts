// SPDX-License-Identifier: Apache-2.0
/**
 * Which experts of the demo sit where: each knows to have said yes. The public draw names places
 * in a sealed pool; the city knows the pool, for library and city are made from one seed.
 */

import { dayOf, instant, z } from '@gongxin/core/kernel'
import { type Expert, eligible } from '../library/index.ts'
import { expertPlayer, type Player } from './cast.ts'
import type { Plan } from './plan.ts'

export interface Seats {
  readonly experts: readonly Expert[]
  /** Experts who said yes, by project code, once all seats are filled. */
  readonly filled: Map<string, readonly string[]>
}

const drawShape = z.object({
  draw: z
    .object({
      request: z.object({
        strata: z.array(z.object({ specialty: z.string(), count: z.number() })),
      }),
      requestedAt: instant,
      published: z.object({ size: z.number() }).nullable(),
      calls: z.array(z.object({ index: z.number(), answer: z.string() })),
    })
    .nullable(),
})

export async function seatOf(
  seats: Seats,
  of: { readonly plan: Plan; readonly seat: number },
  view: () => Promise<unknown>,
): Promise<Player | undefined> {
  const known = seats.filled.get(of.plan.code)
  const sitting = known ?? sittingIn(seats, drawShape.safeParse(await view()).data)
  if (known === undefined && sitting.length > 0) seats.filled.set(of.plan.code, sitting)
  const expert = sitting[of.seat]
  return expert === undefined ? undefined : expertPlayer(expert)
}

/** Empty until the last seat is filled. */
function sittingIn({ experts }: Seats, seen: z.output<typeof drawShape> | undefined) {
  const draw = seen?.draw
  if (draw == null) return []
  const { strata } = draw.request
  const specialties = strata.map((s) => s.specialty)
  const pool = eligible(experts, { specialties, on: dayOf(draw.requestedAt) })
  const accepted = draw.calls
    .filter((call) => call.answer === 'accepted')
    .flatMap((call) => pool[call.index]?.expert ?? [])
  const wanted = strata.reduce((sum, { count }) => sum + count, 0)
  const whole = pool.length === draw.published?.size && accepted.length >= wanted
  return whole ? accepted : []
}
