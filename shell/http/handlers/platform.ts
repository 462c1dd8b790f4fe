// SPDX-License-Identifier: Apache-2.0
/** The clock, the personas of a demo, and the bank's notice of money. */

import { createHash, timingSafeEqual } from 'node:crypto'
import { isInstant } from '@gongxin/core/kernel'
import { demoPartyName, demoPersonas } from '../../identity/index.ts'
import { routes } from '../contract/index.ts'
import { notFound, refusal } from '../faults.ts'
import { type Host, serve } from '../host.ts'
import { faulty } from '../validate.ts'

export function platformHandlers(host: Host): void {
  const { clock, config, tenders } = host.deps
  const shown = () => ({ now: clock.now(), mode: config.mode, offsetMs: clock.offsetMs() })

  serve(host, routes.clock, async () => shown())
  serve(host, routes.personas, async () =>
    demoPersonas.map(({ persona, name, role, party }) => {
      return { persona, name, role, organisation: party, organisationName: demoPartyName(party) }
    }),
  )
  serve(host, routes.drawnExperts, async () => drawnExperts(host))
  serve(host, routes.moveClock, async ({ body }) => {
    const { to, byMinutes } = body
    if (to !== undefined && !isInstant(to)) {
      throw faulty([{ path: '/to', message: '应为时刻，如2026-11-24T01:30:00.000Z' }])
    }
    const target = to ?? { byMs: (byMinutes ?? 0) * 60_000 }
    // A stamp asked in the old hour must not come back with the new one.
    await tenders.stampsSettled()
    const moved = await clock.move(target)
    if (typeof moved !== 'string') throw refusal(moved)
    // What became due on the way is done before anybody looks at the new hour.
    await tenders.tick()
    return shown()
  })
  serve(host, routes.bankCredit, async ({ body, request }) => {
    // Whoever cannot prove to be the bank does not learn that this door exists.
    if (!provesKey(request.headers['x-bank-key'], config.bankKey)) throw notFound()
    return { accepted: await tenders.credit(body) }
  })
}

/** Compared in constant time over digests, so that neither length nor prefix can be felt out. */
function provesKey(given: string | string[] | undefined, key: string | undefined): boolean {
  if (key === undefined || typeof given !== 'string') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}

/**
 * In life the library rings them up and nobody else knows; in a demo somebody has to play them.
 * The card tells the number of the expert, never the name, and for which tender.
 */
async function drawnExperts({ deps }: Host) {
  const { queries, region } = deps.store
  const waiting = await queries
    .selectFrom('task')
    .select(['organisation', 'title'])
    .where('region', '=', region)
    .where('done_at', 'is', null)
    .where('organisation', 'like', 'E____')
    .orderBy('organisation')
    .limit(100)
    .execute()
  const titles = new Map(waiting.map(({ organisation, title }) => [organisation, title]))
  return [...titles].map(([organisation, organisationName]) => {
    const persona = `expert-${organisation}`
    return {
      ...{ persona, name: `专家${organisation}`, role: 'expert' as const },
      ...{ organisation, organisationName },
    }
  })
}
