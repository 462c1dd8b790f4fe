// SPDX-License-Identifier: Apache-2.0
/** 项目室: stages on the left, the present one with its acts in the middle, the trail on the right. */

import { isInstant } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  Awaited,
  messages as appMessages,
  call,
  deadlineOf,
  momentShown,
  Page,
  phaseTitle,
  spanShown,
  type TenderSeen,
  useMeasuredClock,
  useMoveClock,
  useNow,
  usePreferences,
  useTender,
  useText,
} from '../app/index.ts'
import { messages } from './messages.ts'
import { Papers } from './papers.tsx'
import { RoomPanes } from './room-panes.tsx'

export function Room() {
  const { tender: id = '' } = useParams({ strict: false })
  const tender = useTender(id)
  const t = useText()
  const state = tender.data?.state
  const title = state?.project?.name ?? t(messages.room)
  return (
    <Page
      title={title}
      aside={tender.data === undefined ? null : <Standing tender={tender.data} />}
    >
      <Awaited error={tender.error} pending={tender.isPending} refetch={tender.refetch}>
        {tender.data !== undefined && (
          <RoomPanes tender={tender.data}>
            <Doors tender={tender.data} />
            <Papers tender={id} />
            <Documents tender={id} />
          </RoomPanes>
        )}
      </Awaited>
    </Page>
  )
}

export function Standing({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const deadline = deadlineOf(tender.state)
  const running = deadline !== null && now < deadline
  return (
    <div className="row">
      <span className="badge proof">{t(phaseTitle(tender.phase, tender.procedure))}</span>
      {tender.state.suspensions.length > 0 && (
        <span className="badge amber">▲ {t(appMessages.suspended)}</span>
      )}
      {deadline !== null && (
        <span>
          {t(messages.bidClose)} {momentShown(deadline, language)}
          {running && (
            <small>
              {' '}
              {t(messages.remaining, {
                span: spanShown(Date.parse(deadline) - Date.parse(now), language),
              })}
            </small>
          )}
        </span>
      )}
      {running && <ToDeadline deadline={deadline} />}
    </div>
  )
}

/** Demo only: the last sealed moment is reached at once. */
function ToDeadline({ deadline }: { readonly deadline: string }) {
  const t = useText()
  const demo = useMeasuredClock().data?.demo === true
  const move = useMoveClock()
  if (!demo || !isInstant(deadline)) return null
  return (
    <Button size="small" loading={move.isPending} onClick={() => move.mutate({ to: deadline })}>
      {t(appMessages.toDeadline)}
    </Button>
  )
}

/** Ways from the room to the halls that exist by now. */
function Doors({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { state, id, reader } = tender
  const params = { tender: id }
  return (
    <nav className="offers" aria-label={t(messages.room)}>
      {state.closedAt !== null && (
        <Link to="/tenders/$tender/hall" params={params} className="go">
          {t(messages.openHall)}
        </Link>
      )}
      {state.record !== null && (
        <Link to="/tenders/$tender/draw" params={params} className="go">
          {t(messages.openDraw)}
        </Link>
      )}
      {state.evaluation !== null && reader?.role === 'expert' && (
        <Link to="/tenders/$tender/evaluation" params={params} className="go">
          {t(messages.openEvaluation)}
        </Link>
      )}
      {state.reportAt !== null && (
        <Link to="/tenders/$tender/result" params={params} className="go">
          {t(messages.openResult)}
        </Link>
      )}
    </nav>
  )
}

function Documents({ tender }: { readonly tender: string }) {
  const t = useText()
  const { language } = usePreferences()
  const documents = useQuery({
    queryKey: ['tender', tender, 'documents'],
    queryFn: ({ signal }) => call(routes.documents, { params: { tender }, signal }),
  })
  const items = documents.data?.items ?? []
  return (
    <section>
      <h2>{t(messages.documents)}</h2>
      {items.length === 0 ? (
        <p className="note">{t(messages.noDocuments)}</p>
      ) : (
        <ul>
          {items.map((one) => (
            <li key={`${one.href} ${one.name}`}>
              <a href={one.href}>{t(one.title)}</a> <small>{momentShown(one.at, language)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
