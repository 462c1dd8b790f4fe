// SPDX-License-Identifier: Apache-2.0
/** The frame of a hall or workspace: project and stage in the title, the way back above it. */

import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Awaited, Page, type TenderSeen, useTender, useText } from '../app/index.ts'
import { messages } from './messages.ts'

interface Props {
  readonly title: string
  readonly everyMs?: number
  readonly children: (tender: TenderSeen) => ReactNode
}

export function AreaPage({ title, everyMs = 10_000, children }: Props) {
  const t = useText()
  const { tender: id = '' } = useParams({ strict: false })
  const tender = useTender(id, everyMs)
  const name = tender.data?.state.project?.name ?? ''
  return (
    <Page title={name === '' ? title : `${title} · ${name}`}>
      <p className="no-print">
        <Link to="/tenders/$tender" params={{ tender: id }}>
          {t(messages.backToRoom)}
        </Link>
      </p>
      <Awaited error={tender.error} pending={tender.isPending} refetch={tender.refetch}>
        {tender.data !== undefined && children(tender.data)}
      </Awaited>
    </Page>
  )
}
