// SPDX-License-Identifier: Apache-2.0
/** 份额密钥登记: the holder makes a key for this tender, keeps a backup, and proves to hold it. */

import { holderContext, officeOf } from '@gongxin/core/trading/tender'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { hex } from '@gongxin/trust/canonical'
import { provePossession } from '@gongxin/trust/sharing'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { useMemo } from 'react'
import { type TenderSeen, useText } from '../../app/index.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import { choiceWords } from '../fields.ts'
import { freshBytes, type KeyFile, keyIn } from './key-file.ts'
import { KeyPanel, useKeys } from './key-panel.tsx'
import { messages } from './messages.ts'

interface Props {
  readonly tender: TenderSeen
  readonly onDone?: (answer: ActAnswer) => void
}

export function HolderKey({ tender, onDone }: Props) {
  const t = useText()
  const { state, reader } = tender
  const keys = useKeys({ kind: 'holder', tender: tender.id, party: reader?.party ?? '' })
  const office = reader === null ? undefined : officeOf(reader.role)
  const provided = state.holders.some((holder) => holder.office === office)
  const body = useMemo(() => provenBy(keys.file, state), [keys.file, state])
  return (
    <div className="stack narrow">
      <KeyPanel keys={keys} why={t(messages.whyHolder)} keep={t(messages.keepHolder)} />
      {provided && state.notice === null && <p className="note">{t(messages.again)}</p>}
      {body !== null && (
        <>
          <dl className="facts">
            <dt>{t(messages.publicKey)}</dt>
            <dd className="digest">{body.publicKey}</dd>
          </dl>
          <QuickAct
            tender={tender}
            act="provide-holder-key"
            body={body}
            primary
            disabled={!keys.saved}
            {...(onDone === undefined ? {} : { onDone })}
          />
        </>
      )}
      <Holders tender={tender} />
    </div>
  )
}

function provenBy(file: KeyFile | null, state: TenderSeen['state']) {
  if (file === null || state.project === null) return null
  const privateKey = keyIn(file, 'holder')
  const publicKey = sm2PublicKey(privateKey)
  if (publicKey === undefined) return null
  const context = holderContext(state)
  const possession = provePossession({ privateKey, publicKey, context, entropy: freshBytes(32) })
  return { publicKey: hex(publicKey), possession: hex(possession) }
}

const offices = ['host', 'notary', 'audit'] as const

/** Who holds and who is still awaited. */
export function Holders({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { holders } = tender.state
  return (
    <section>
      <h2>{t(messages.holders)}</h2>
      <ul className="plain">
        {offices.map((office) => {
          const holder = holders.find((one) => one.office === office)
          return (
            <li key={office} className="finding">
              <strong>{t(choiceWords('HolderKeyProvided', 'office', office))}</strong>{' '}
              {holder === undefined ? (
                <span className="badge amber">▲ {t(messages.waiting)}</span>
              ) : (
                <>
                  <span className="badge green">✓ {t(messages.provided)}</span> {holder.holder.name}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
