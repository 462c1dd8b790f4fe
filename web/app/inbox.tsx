// SPDX-License-Identifier: Apache-2.0
/** 消息: what was delivered, when, and whether it was read. */

import { routes } from '@gongxin/shell/http/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from './api.ts'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { Pager } from './pager.tsx'
import { usePreferences, useText } from './preferences.tsx'
import { Awaited } from './problem-notice.tsx'
import { momentShown } from './shown.ts'

export function Inbox() {
  const t = useText()
  const { language } = usePreferences()
  const queries = useQueryClient()
  const [cursor, setCursor] = useState<string>()
  const inbox = useQuery({
    queryKey: ['inbox', cursor],
    queryFn: ({ signal }) =>
      call(routes.inbox, { query: cursor === undefined ? {} : { cursor }, signal }),
  })
  const read = useMutation({
    mutationFn: (id: string) => call(routes.readMessage, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
  const items = inbox.data?.items ?? []
  return (
    <Page title={t(messages.inbox)}>
      <Awaited error={inbox.error} pending={inbox.isPending} refetch={inbox.refetch}>
        {items.length === 0 && <p className="empty">{t(messages.noMessages)}</p>}
        <ul className="lines">
          {items.map((message) => (
            <li className="line" key={message.id}>
              <div>
                <strong>{message.subject}</strong>{' '}
                {message.readAt === null && (
                  <span className="badge amber">▲ {t(messages.unread)}</span>
                )}
                <p className="why pre">{message.body}</p>
                {message.tender !== null && (
                  <Link to="/tenders/$tender" params={{ tender: message.tender }}>
                    {t(messages.project)}
                  </Link>
                )}
              </div>
              <div className="when">{momentShown(message.deliveredAt, language)}</div>
              {message.readAt === null && (
                <Button size="small" onClick={() => read.mutate(message.id)}>
                  {t(messages.markRead)}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <Pager cursor={cursor} next={inbox.data?.next ?? null} onMove={setCursor} />
      </Awaited>
    </Page>
  )
}
