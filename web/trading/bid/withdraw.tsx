// SPDX-License-Identifier: Apache-2.0
/** 撤回: signed by the ticket of the submission, so that nobody else can take a bid back. */

import { withdrawalSig } from '@gongxin/core/trading/bid'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { useMemo } from 'react'
import { Awaited, type TenderSeen, useOwnBid, useText } from '../../app/index.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import { freshBytes, KeyPanel, keyIn, messages as keyMessages, useKeys } from '../keys/index.ts'
import { messages } from './messages.ts'
import { bidStateOf } from './tool.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly onDone: (answer: ActAnswer) => void
}

export function WithdrawBid({ tender, onDone }: Props) {
  const t = useText()
  const own = useOwnBid(tender.id, true)
  const keys = useKeys({ kind: 'bid', tender: tender.id, party: tender.reader?.party ?? '' })
  const { slot, envelope } = bidStateOf(own.data?.state)
  const commitment = envelope?.commitment ?? null
  const body = useMemo(() => {
    if (keys.file === null || slot === null) return {}
    const of = { ticket: keyIn(keys.file, 'ticket'), opening: keyIn(keys.file, 'opening') }
    const before = { slot, commitment }
    return { ticketSig: withdrawalSig({ tender: tender.id, keys: of, before }, freshBytes(32)) }
  }, [keys.file, slot, commitment, tender.id])
  return (
    <Awaited error={own.error} pending={own.isPending} refetch={own.refetch}>
      {keys.file === null && slot !== null && (
        <KeyPanel
          keys={keys}
          why={t(messages.withdrawNoKey)}
          keep={t(keyMessages.keepBid)}
          mayMake={false}
        />
      )}
      <QuickAct
        tender={tender}
        act="withdraw-bid"
        body={body}
        primary
        disabled={slot !== null && keys.file === null}
        onDone={onDone}
      />
    </Awaited>
  )
}
