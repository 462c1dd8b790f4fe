// SPDX-License-Identifier: Apache-2.0
/** An act folded away on a page of its own area: opened, it is the ordinary form. */

import { type TenderSeen, useText } from '../../app/index.ts'
import type { Body } from '../form/index.ts'
import { ActForm } from './act-form.tsx'
import { useTellDone } from './done-line.tsx'
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
  const offer = tender.offers.find((one) => one.act === act)
  const found = findKnownAct(act)
  const title = offer === undefined ? '' : t(offer.title)
  const tellDone = useTellDone(title)
  if (offer === undefined || found === undefined) return null
  return (
    <details open={open}>
      <summary>
        <strong>{title}</strong>
      </summary>
      <ActForm
        tender={tender}
        act={act}
        title={title}
        shape={found.shape}
        signed={offer.signed}
        {...(known === undefined ? {} : { known })}
        onDone={tellDone}
      />
    </details>
  )
}
