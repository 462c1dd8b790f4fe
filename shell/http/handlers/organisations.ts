// SPDX-License-Identifier: Apache-2.0
/** 市场主体: registration and the public register. */

import type { Instant } from '@gongxin/core/kernel'
import { roleOf } from '../../identity/index.ts'
import { organisationView, routes } from '../contract/index.ts'
import { refusal } from '../faults.ts'
import { found, type Host, serve } from '../host.ts'
import { paged, placeOf } from '../paging.ts'
import { faulty } from '../validate.ts'
import { createBrake } from './brake.ts'

export function organisationHandlers(host: Host): void {
  const { identity, store, config } = host.deps
  const brake = createBrake(config.mode === 'demo' ? 600 : 5)
  const select = () =>
    store.queries
      .selectFrom('organisation')
      .select(['id', 'name', 'kind', 'roles', 'created_at'])
      .where('region', '=', store.region)

  serve(host, routes.register, async ({ body, request }) => {
    brake(request.ip)
    const organisation = await identity.register(body)
    if (!('reason' in organisation)) return { ...organisation, roles: [...organisation.roles] }
    const { reason, facts } = organisation
    if (reason !== 'uscc-wrong') throw refusal(organisation)
    throw faulty([{ path: '/uscc', message: String(facts.why) }])
  })
  serve(host, routes.organisations, async ({ query }) => {
    const { limit, q, role } = query
    const after = placeOf(query.cursor, 2)
    let rows = select()
      .orderBy('name')
      .orderBy('id')
      .limit(limit + 1)
    if (q !== undefined && q.trim() !== '')
      rows = rows.where('name', 'like', `%${literal(q.trim())}%`)
    if (role !== undefined) rows = rows.where((e) => e(e.val<string>(role), '=', e.fn.any('roles')))
    if (after !== null) {
      const [name, id] = after.map(String)
      rows = rows.where((e) => e(e.refTuple('name', 'id'), '>', e.tuple(name ?? '', id ?? '')))
    }
    return paged(await rows.execute(), limit, shown, (row) => [row.name, row.id])
  })
  serve(host, routes.organisation, async ({ params }) =>
    shown(found(await select().where('id', '=', params.uscc).executeTakeFirst())),
  )
}

interface OrganisationRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly roles: readonly string[]
  readonly created_at: Instant
}

function shown({ id, name, kind, roles, created_at }: OrganisationRow) {
  const known = roles.flatMap((role) => roleOf(role) ?? [])
  return organisationView.parse({ uscc: id, name, kind, roles: known, since: created_at })
}

/** The user's text as itself: no character of it is a pattern. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
