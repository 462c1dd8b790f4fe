// SPDX-License-Identifier: Apache-2.0
/** The frame of a hall or workspace: project and stage in the title, the ways back and on above it. */

import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Awaited, Page, type TenderSeen, useTender, useText } from '../app/index.ts'
import { ActLink } from './act-link.tsx'
import { DoneLine } from './acts/done-line.tsx'
import { type Area, areaOf, primaryOf } from './areas.ts'
import { messages } from './messages.ts'

interface Props {
  readonly title: string
  readonly everyMs?: number
  /** Where we are: a next act that is done elsewhere is linked. */
  readonly area?: Area
  readonly children: (tender: TenderSeen) => ReactNode
}

export function AreaPage({ title, everyMs = 10_000, area, children }: Props) {
  const t = useText()
  const { tender: id = '' } = useParams({ strict: false })
  const tender = useTender(id, everyMs)
  const name = tender.data?.state.project?.name ?? ''
  return (
    <Page title={name === '' ? title : `${title} · ${name}`}>
      <p className="no-print row">
        <Link to="/tenders/$tender" params={{ tender: id }}>
          {t(messages.backToRoom)}
        </Link>
        {tender.data !== undefined && area !== undefined && (
          <Onward tender={tender.data} area={area} />
        )}
      </p>
      <Awaited error={tender.error} pending={tender.isPending} refetch={tender.refetch}>
        {tender.data !== undefined && <DoneLine>{children(tender.data)}</DoneLine>}
      </Awaited>
    </Page>
  )
}

interface OnwardProps {
  readonly tender: TenderSeen
  readonly area: Area
}

/** What was done here is done; the next act waits in another room. */
function Onward({ tender, area }: OnwardProps) {
  const t = useText()
  const next = primaryOf(tender.offers, tender.state)
  if (next === undefined || areaOf(next.act) === area) return null
  return (
    <ActLink tender={tender.id} act={next.act} primary>
      {t(messages.nextAct)} · {t(next.title)}
    </ActLink>
  )
}
