// SPDX-License-Identifier: Apache-2.0
/** The clock, the personas of a demo, and the bank's notice of money. */

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
  serve(host, routes.moveClock, async ({ body }) => {
    const { to, byMinutes } = body
    if (to !== undefined && !isInstant(to)) {
      throw faulty([{ path: '/to', message: '应为时刻，如2026-11-24T01:30:00.000Z' }])
    }
    const target = to ?? { byMs: (byMinutes ?? 0) * 60_000 }
    const moved = await clock.move(target)
    if (typeof moved !== 'string') throw refusal(moved)
    // What became due on the way is done before anybody looks at the new hour.
    await tenders.tick()
    return shown()
  })
  serve(host, routes.bankCredit, async ({ body }) => {
    // Until a bank can prove who it is, only the bank of a demo is heard.
    if (config.mode !== 'demo') throw notFound()
    return { accepted: await tenders.credit(body) }
  })
}
