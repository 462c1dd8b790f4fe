// SPDX-License-Identifier: Apache-2.0
/** 监督看板: the tenders an office watches, each with its running clocks. */

import { addMinutes, type Instant, isInstant, type Json, z } from '@gongxin/core/kernel'
import { dutyView, routes, tenderLine } from '../contract/index.ts'
import { type Host, serve, signedInOf } from '../host.ts'
import { paged, placeOf, wrongCursor } from '../paging.ts'

const soonMinutes = 3 * 24 * 60

export function supervisionHandlers(host: Host): void {
  const { store, clock } = host.deps
  serve(host, routes.board, async (call) => {
    const signedIn = signedInOf(call)
    const { limit, cursor } = call.query
    const rows = await watched(host, signedIn.acting, { limit, cursor })
    const now = clock.now()
    return paged(
      rows,
      limit,
      ({ doc }) => boardRow(doc, { now, organisation: signedIn.acting.organisation }),
      (row) => [row.updated_at, row.id],
    )
  })

  async function watched(
    _: Host,
    { role, organisation }: { readonly role: string; readonly organisation: string },
    { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
  ) {
    let rows = store.queries
      .selectFrom('tender')
      .select(['id', 'doc', 'updated_at'])
      .where('region', '=', store.region)
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(limit + 1)
    if (role === 'authority') rows = rows.where('authority', '=', organisation)
    const after = placeOf(cursor, 2)
    if (after !== null) {
      const [at = '', id = ''] = after.map(String)
      if (!isInstant(at)) throw wrongCursor()
      rows = rows.where((e) =>
        e.or([e('updated_at', '<', at), e.and([e('updated_at', '=', at), e('id', '>', id)])]),
      )
    }
    return rows.execute()
  }
}

/** The line keeps its clocks and breaches itself; only whether they are late depends on the hour. */
function boardRow(
  doc: Json,
  { now, organisation }: { readonly now: Instant; readonly organisation: string },
) {
  const { duties: running, breached } = projected.parse(doc)
  // A complaint is known to the office that handles it, and to no other before its decision.
  const own = running.filter(({ known }) => known?.includes(organisation) !== false)
  const duties = own.map(({ known: _, ...duty }) => {
    return { ...duty, overdue: duty.until !== null && duty.until < now }
  })
  const soon = addMinutes(now, soonMinutes)
  const signal =
    breached > 0 || duties.some(({ overdue }) => overdue)
      ? ('red' as const)
      : duties.some(({ until }) => until !== null && until < soon)
        ? ('amber' as const)
        : ('green' as const)
  return { tender: tenderLine.parse(doc), signal, duties, breached }
}

/** Rows written before the clocks were kept have none until their next event. */
const projected = z.object({
  duties: z.array(dutyView.extend({ known: z.array(z.string()).optional() })).default([]),
  breached: z.number().default(0),
})
