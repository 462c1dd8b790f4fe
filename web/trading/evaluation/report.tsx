// SPDX-License-Identifier: Apache-2.0
/** 评标报告: totals at last, then each member signs, with or without a dissent. */

import type { Evaluation } from '@gongxin/core/trading/tender'
import { type TenderSeen, useText } from '../../app/index.ts'
import { ActDetails } from '../acts/act-details.tsx'
import { messages } from './messages.ts'
import { Ranking } from './ranking.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly evaluation: Evaluation
}

export function Report({ tender, evaluation }: Props) {
  const t = useText()
  const { committee } = tender.state
  const own = evaluation.signatures.some((one) => one.member === tender.reader?.party)
  const chairs = committee?.chair === tender.reader?.party
  return (
    <div className="stack">
      <p role="status">
        {t(messages.signed, {
          count: evaluation.signatures.length,
          all: committee?.members.length ?? 0,
        })}
      </p>
      <Ranking state={tender.state} />
      {own ? (
        <p className="finding met" role="status">
          ✓ {t(messages.ownSigned)}
        </p>
      ) : (
        <ActDetails tender={tender} act="sign-report" open />
      )}
      {chairs && <ActDetails tender={tender} act="record-silent-refusal" />}
    </div>
  )
}
