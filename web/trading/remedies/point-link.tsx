// SPDX-License-Identifier: Apache-2.0
/** 据此提出: on every readable entry of the trail, for whoever may object. */

import { remedyAt } from '@gongxin/core/procedures'
import { procedureOf, type TenderState } from '@gongxin/core/trading/tender'
import { Link } from '@tanstack/react-router'
import { useText } from '../../app/index.ts'
import { messages } from './messages.ts'

interface Props {
  readonly tender: string
  readonly state: TenderState
  readonly acts: readonly string[]
  readonly entry: { readonly seq: number; readonly hash: string }
}

export function PointLinks({ tender, state, acts, entry }: Props) {
  const t = useText()
  const procedure = procedureOf(state)
  return acts.map((act) => {
    const level = act === 'lodge-complaint' ? 'complaint' : 'first'
    const remedy = remedyAt(procedure, level)
    if (remedy === undefined) return null
    return (
      <Link
        key={act}
        to="/tenders/$tender/acts/$act"
        params={{ tender, act }}
        search={{ seq: entry.seq, entry: entry.hash }}
        className="quiet"
      >
        {t(messages.object, { remedy: t(remedy.title) })}
      </Link>
    )
  })
}
