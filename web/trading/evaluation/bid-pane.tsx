// SPDX-License-Identifier: Apache-2.0
/** The middle pane: one bid as it was opened, its answers beside what was asked, its files. */

import type { FileRef } from '@gongxin/core/kernel'
import { type Bid, bidContent, type TenderState } from '@gongxin/core/trading/tender'
import { Button } from 'antd'
import { sizeShown, useText } from '../../app/index.ts'
import { BodyShown } from '../acts/body-shown.tsx'
import { isBody, nodeOf, type Value } from '../form/index.ts'
import { messages } from './messages.ts'
import { isPdf } from './reading.ts'

interface Props {
  readonly bid: Bid
  readonly state: TenderState
  readonly onRead: (file: FileRef) => void
}

export function BidPane({ bid, state, onRead }: Props) {
  const t = useText()
  const { content } = bid
  if (content === null) return <p className="empty">{t(messages.noContent)}</p>
  const { qualifications, starredAccepted, files, ...rest } = content
  const asked = state.notice?.terms
  const value: Value = JSON.parse(JSON.stringify(rest))
  return (
    <section className="scroll">
      <h2>
        {t(messages.bidPane)}：{bid.bidder.name}
      </h2>
      {isBody(value) && (
        <BodyShown act="submit-bid" node={nodeOf(bidContent)} value={value} state={state} />
      )}
      <dl className="facts">
        {(asked?.qualifications ?? []).map((q) => (
          <div key={q.id} className="contents">
            <dt>{q.title}</dt>
            <dd className="pre">
              {qualifications.find((answer) => answer.id === q.id)?.statement ?? '—'}
            </dd>
          </div>
        ))}
        {(asked?.starred ?? []).map((s) => (
          <div key={s.id} className="contents">
            <dt>★ {s.text}</dt>
            <dd>{starredAccepted.includes(s.id) ? '✓' : '×'}</dd>
          </div>
        ))}
      </dl>
      <h3>{t(messages.files)}</h3>
      <Files files={files} onRead={onRead} />
    </section>
  )
}

interface FilesProps {
  readonly files: readonly FileRef[]
  readonly onRead: (file: FileRef) => void
}

function Files({ files, onRead }: FilesProps) {
  const t = useText()
  return (
    <>
      {!files.some(isPdf) && <p className="note">{t(messages.noPdf)}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.digest}>
            <a href={`/api/files/${file.digest}`} target="_blank" rel="noopener">
              {file.name}
            </a>{' '}
            <small>{sizeShown(file.size)}</small>{' '}
            {isPdf(file) && (
              <Button size="small" onClick={() => onRead(file)}>
                {t(messages.readHere)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
