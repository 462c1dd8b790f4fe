// SPDX-License-Identifier: Apache-2.0
/** 密封: the key first, then sealed here with progress, uploaded in pieces, signed and handed in. */

import { type BidState, sealedSubmission } from '@gongxin/core/trading/bid'
import { bidContent, holdingOf } from '@gongxin/core/trading/tender'
import { useNavigate } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { sizeShown, type TenderSeen, useSession, useText } from '../../../app/index.ts'
import { QuickAct } from '../../acts/quick-act.tsx'
import {
  type Body,
  type Going,
  isBody,
  nodeOf,
  startUpload,
  type Upload,
} from '../../form/index.ts'
import { KeyPanel, keyIn, messages as keyMessages, type OwnKeys } from '../../keys/index.ts'
import { messages as tradingMessages } from '../../messages.ts'
import { certificatesFor } from '../certificates.ts'
import { namedFiles, sealedContent } from '../content.ts'
import { findDocument } from '../local.ts'
import { messages } from '../messages.ts'
import { sealInWorker } from '../sealing.ts'

interface Props {
  readonly tender: TenderSeen
  readonly bid: BidState
  readonly content: Body
  readonly keys: OwnKeys
  readonly blocked: boolean
}

type Stage =
  | { readonly kind: 'open' }
  | { readonly kind: 'sealing'; readonly done: number; readonly size: number }
  | { readonly kind: 'sending'; readonly going: Going }
  | { readonly kind: 'ready'; readonly of: string; readonly body: Body }
  | { readonly kind: 'failed'; readonly why: string }

export function SealStep(props: Props) {
  const { tender, bid, content, keys, blocked } = props
  const t = useText()
  const navigate = useNavigate()
  const { stage, seal, upload } = useSealing(props)
  const text = JSON.stringify(content)
  // Whatever is changed after sealing is not in the sealed bid.
  const ready = stage.kind === 'ready' && stage.of === text ? stage.body : null
  const fresh = bid.envelope === null
  const busy = stage.kind === 'sealing' || stage.kind === 'sending'
  return (
    <div className="stack">
      <KeyPanel keys={keys} why={t(keyMessages.whyBid)} keep={t(keyMessages.keepBid)} />
      <Progressing stage={stage} upload={upload} />
      <div className="row">
        {ready === null ? (
          <Button
            type="primary"
            loading={busy}
            disabled={blocked || !keys.saved}
            onClick={() => void seal(text)}
          >
            {t(messages.sealNow)}
          </Button>
        ) : (
          <QuickAct
            tender={tender}
            act={fresh ? 'submit-bid' : 'replace-bid'}
            body={ready}
            shown={{ node: nodeOf(bidContent), value: contentShown(content) }}
            primary
            onDone={() =>
              void navigate({ to: '/tenders/$tender/receipt', params: { tender: tender.id } })
            }
          >
            {t(fresh ? messages.submitSealed : messages.replaceSealed)}
          </QuickAct>
        )}
        {ready !== null && <span className="badge green">✓ {t(messages.sealedHere)}</span>}
      </div>
    </div>
  )
}

function contentShown(content: Body): Body {
  const { content: whole } = sealedContent(content)
  return isBody(whole) ? whole : {}
}

interface ProgressProps {
  readonly stage: Stage
  readonly upload: Upload | null
}

function Progressing({ stage, upload }: ProgressProps) {
  const t = useText()
  if (stage.kind === 'failed') return <p className="fault">{stage.why}</p>
  if (stage.kind === 'sealing') {
    const percent = stage.size === 0 ? 0 : Math.min(99, Math.floor((stage.done / stage.size) * 100))
    return (
      <div role="status">
        {t(messages.sealing, { done: sizeShown(stage.done) })}
        <Progress percent={percent} size="small" />
      </div>
    )
  }
  if (stage.kind !== 'sending') return null
  const { going } = stage
  return (
    <div role="status">
      {t(going.state === 'interrupted' ? tradingMessages.uploadFailed : messages.sending)}
      <Progress percent={going.percent} size="small" />
      {going.state === 'going' ? (
        <Button size="small" onClick={() => upload?.pause()}>
          {t(tradingMessages.uploadPause)}
        </Button>
      ) : (
        <Button size="small" onClick={() => upload?.resume()}>
          {t(tradingMessages.uploadResume)}
        </Button>
      )}
    </div>
  )
}

function useSealing({ tender, bid, content, keys }: Props) {
  const t = useText()
  const session = useSession().data
  const [stage, setStage] = useState<Stage>({ kind: 'open' })
  const upload = useRef<Upload | null>(null)
  const seal = async (of: string) => {
    const parsed = sealedContent(content)
    const whole = bidContent.safeParse(parsed.content)
    const holding = holdingOf(tender.state)
    if (keys.file === null || holding === null || !whole.success || session == null) return
    const files = namedFiles(content)
    const found = await Promise.all(files.map(({ digest }) => findDocument(digest)))
    const lost = files.find((_, i) => found[i] === undefined)
    if (lost !== undefined) {
      setStage({ kind: 'failed', why: t(messages.fileGone, { name: lost.name }) })
      return
    }
    const size = files.reduce((sum, file) => sum + file.size, 0)
    setStage({ kind: 'sealing', done: 0, size })
    const bidder = { uscc: session.organisation, name: session.organisationName }
    try {
      const ticket = keyIn(keys.file, 'ticket')
      const certificates = await certificatesFor({ ticket, bidder })
      if (certificates === null) {
        setStage({ kind: 'failed', why: t(messages.noAuthority) })
        return
      }
      const sealed = await sealInWorker(
        {
          ...{ tender: tender.id, holding, content: whole.data },
          ...{ bidder, certificates },
          keys: { ticket, opening: keyIn(keys.file, 'opening') },
          before: { slot: bid.slot, commitment: bid.envelope?.commitment ?? null },
          documents: found.filter((one) => one !== undefined),
        },
        { onProgress: (done) => setStage({ kind: 'sealing', done, size }) },
      )
      const { manifest, ticketSig } = sealed
      upload.current = await startUpload(new File([sealed.file], 'bid.sbid'), {
        sealed: true,
        onGoing: (going) => setStage({ kind: 'sending', going }),
        onDone: (file) => {
          const body = sealedSubmission.parse({ manifest, ticketSig, file })
          setStage({ kind: 'ready', of, body: { ...body, file: { ...body.file } } })
        },
      })
    } catch (error) {
      setStage({ kind: 'failed', why: t(messages.sealFailed, { why: String(error) }) })
    }
  }
  return { stage, seal, upload: upload.current }
}
