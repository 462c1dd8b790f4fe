// SPDX-License-Identifier: Apache-2.0
/** 监督看板: overdue clocks first, then projects as rows and stages as columns. */

import type { z } from '@gongxin/core/kernel'
import { type boardRow, routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  Awaited,
  messages as appMessages,
  call,
  momentShown,
  Page,
  Pager,
  usePreferences,
  useText,
} from '../app/index.ts'
import { type Clock, clocksOf, columnOf, columns } from './clocks.ts'
import { messages } from './messages.ts'
import { Signal } from './signal.tsx'

type Row = z.infer<typeof boardRow>

export function Board() {
  const t = useText()
  const [cursor, setCursor] = useState<string>()
  const board = useQuery({
    queryKey: ['board', cursor],
    refetchInterval: 20_000,
    queryFn: ({ signal }) =>
      call(routes.board, { query: cursor === undefined ? {} : { cursor }, signal }),
  })
  const rows = board.data?.items ?? []
  return (
    <Page title={t(messages.board)}>
      <p className="note">{t(messages.readOnly)}</p>
      <Awaited error={board.error} pending={board.isPending} refetch={board.refetch}>
        <Clocks clocks={clocksOf(rows)} />
        {rows.length === 0 ? <p className="empty">{t(messages.empty)}</p> : <Matrix rows={rows} />}
        <Pager cursor={cursor} next={board.data?.next ?? null} onMove={setCursor} />
      </Awaited>
    </Page>
  )
}

function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const t = useText()
  const { language } = usePreferences()
  return (
    <section>
      <h2>{t(messages.clocks)}</h2>
      {clocks.length === 0 && <p className="note">{t(messages.noClocks)}</p>}
      <ul className="lines">
        {clocks.map(({ duty, tender }) => (
          <li key={`${tender.id} ${duty.id}`} className={duty.overdue ? 'line overdue' : 'line'}>
            <div>
              <strong>{t(duty.title)}</strong>
              <Link to="/supervision/$tender" params={{ tender: tender.id }} className="quiet">
                {tender.title}
              </Link>
              <p className="why">{duty.why}</p>
            </div>
            <div className="when">
              {duty.overdue && <span className="badge red">■ {t(appMessages.overdue)}</span>}
              {momentShown(duty.until, language)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Matrix({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText()
  return (
    <div className="table-wrap">
      <table className="table board">
        <caption className="for-readers">{t(messages.board)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(appMessages.project)}</th>
            {columns.map((stage) => (
              <th scope="col" key={stage.id}>
                {t(stage.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const at = columnOf(row.tender.phase)
            return (
              <tr key={row.tender.id}>
                <th scope="row">
                  <Link to="/supervision/$tender" params={{ tender: row.tender.id }}>
                    {row.tender.title}
                  </Link>
                  <small> {row.tender.owner}</small>
                </th>
                {columns.map((stage, index) => (
                  <td key={stage.id}>
                    {index === at && <Signal row={row} />}
                    {index < at && <span title={t(stage.title)}>●</span>}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
