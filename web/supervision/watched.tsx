// SPDX-License-Identifier: Apache-2.0
/** A project as the overseer sees it: the same room, read only; every finding; the directive. */

import { Link, useParams } from '@tanstack/react-router'
import { Awaited, Page, useTender, useText, useTrail } from '../app/index.ts'
import { ActDetails } from '../trading/acts/act-details.tsx'
import { DoneLine } from '../trading/acts/done-line.tsx'
import { messages as drawMessages } from '../trading/draw/messages.ts'
import { Findings } from '../trading/findings.tsx'
import { Standing } from '../trading/room.tsx'
import { RoomPanes } from '../trading/room-panes.tsx'
import { messages } from './messages.ts'

/** 投诉处理, each shown where a case is in the state for it. */
const handling = [
  ...['check-complaint', 'notify-complaint', 'suspend-for-complaint', 'resume-after-complaint'],
  ...['ask-evidence', 'receive-evidence', 'decide-complaint'],
] as const

export function Watched() {
  const t = useText()
  const { tender: id = '' } = useParams({ strict: false })
  const tender = useTender(id)
  const title = tender.data?.state.project?.name ?? t(messages.board)
  return (
    <Page
      title={title}
      aside={tender.data === undefined ? null : <Standing tender={tender.data} />}
    >
      <p>
        <Link to="/supervision">{t(messages.backToBoard)}</Link>
      </p>
      <Awaited error={tender.error} pending={tender.isPending} refetch={tender.refetch}>
        {tender.data !== undefined && (
          <RoomPanes tender={tender.data} readOnly>
            <AllFindings tender={id} />
            <h2>{t(messages.directive)}</h2>
            <p className="note">{t(messages.readOnly)}</p>
            <DoneLine>
              <ActDetails tender={tender.data} act="issue-directive" />
              <ActDetails tender={tender.data} act="order-reevaluation" />
              {handling.map((act) => (
                <ActDetails key={act} tender={tender.data} act={act} />
              ))}
            </DoneLine>
            {tender.data.state.record !== null && (
              <Link to="/tenders/$tender/draw" params={{ tender: id }} className="go">
                {t(drawMessages.draw)}
              </Link>
            )}
          </RoomPanes>
        )}
      </Awaited>
    </Page>
  )
}

function AllFindings({ tender }: { readonly tender: string }) {
  const t = useText()
  const trail = useTrail(tender)
  const all = (trail.data?.items ?? []).flatMap((line) => line.body?.findings ?? [])
  const open = all.filter((f) => f.outcome === 'breached' || f.outcome === 'needs-judgement')
  return (
    <section>
      <h2>{t(messages.findings)}</h2>
      <h3>{t(messages.onlyBreaches)}</h3>
      <Findings findings={open} />
      <details>
        <summary>{t(messages.allFindings, { count: all.length })}</summary>
        <Findings findings={all} />
      </details>
    </section>
  )
}
