// SPDX-License-Identifier: Apache-2.0
/** What is there already: tenders of an earlier run, and the day for which it was told. */

import { type CivilDate, isCivilDate, z } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import type { Client } from './client.ts'

export interface Standing {
  /** Any tender at all: then the clock cannot be set back any more. */
  readonly empty: boolean
  /** Phase and id by project code. */
  readonly tenders: ReadonlyMap<string, { readonly id: string; readonly phase: string }>
  readonly present: CivilDate | null
}

const projectShape = z.object({ project: z.object({ projectCode: z.string() }).nullable() })

export async function standingOn(client: Client): Promise<Standing> {
  const lines = await allTenders(client)
  const tenders = new Map<string, { id: string; phase: string }>()
  for (const { id, phase } of lines) {
    const view = await client.ask(routes.tender, { params: { tender: id } })
    const code = view.ok ? projectShape.safeParse(view.value.state).data?.project?.projectCode : ''
    if (code !== undefined && code !== '') tenders.set(code, { id, phase })
  }
  const days = [...tenders.keys()].flatMap((code) => presentIn(code) ?? [])
  return { empty: lines.length === 0, tenders, present: days[0] ?? null }
}

async function allTenders(client: Client) {
  const lines: { id: string; phase: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: Record<string, string> = { limit: '100' }
    if (cursor !== '') query.cursor = cursor
    const page = await client.ask(routes.tenders, { query })
    if (!page.ok) return lines
    lines.push(...page.value.items)
    cursor = page.value.next
  }
  return lines
}

/** Project codes of the city carry the day for which they were planned. */
function presentIn(code: string): CivilDate | null {
  const found = /^4502-(\d{4})(\d{2})(\d{2})-\d{3}$/.exec(code)
  if (found === null) return null
  const written = found.slice(1).join('-')
  return isCivilDate(written) ? written : null
}
