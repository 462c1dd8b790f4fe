// SPDX-License-Identifier: Apache-2.0
/** An act folded away on a page of its own area: opened, it is the ordinary form. */

import { Alert } from 'antd'
import { useState } from 'react'
import { momentShown, type TenderSeen, usePreferences, useText } from '../../app/index.ts'
import type { Body } from '../form/index.ts'
import { messages } from '../messages.ts'
import { ActForm } from './act-form.tsx'
import { findKnownAct } from './shapes.ts'

interface Props {
  readonly tender: TenderSeen
  readonly act: string
  readonly known?: Body
  readonly open?: boolean
}

/** Nothing where the act is not offered to the reader. */
export function ActDetails({ tender, act, known, open = false }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const [doneAt, setDoneAt] = useState<string>()
  const offer = tender.offers.find((one) => one.act === act)
  const found = findKnownAct(act)
  if (offer === undefined || found === undefined) return null
  const title = t(offer.title)
  return (
    <details open={open}>
      <summary>
        <strong>{title}</strong>
      </summary>
      {doneAt !== undefined && (
        <Alert
          type="success"
          showIcon
          title={t(messages.doneAt, { act: title, at: momentShown(doneAt, language) })}
        />
      )}
      <ActForm
        tender={tender}
        act={act}
        title={title}
        shape={found.shape}
        signed={offer.signed}
        {...(known === undefined ? {} : { known })}
        onDone={(answer) => setDoneAt(answer.receipt.at)}
      />
    </details>
  )
}
