// SPDX-License-Identifier: Apache-2.0
/** 投标工具: where the draft lies and whose keys seal it; never a doubt whether it was submitted. */

import type { BidState } from '@gongxin/core/trading/bid'
import { emptyBid } from '@gongxin/core/trading/bid'
import { useState } from 'react'
import { Awaited, type TenderSeen, useOwnBid } from '../../app/index.ts'
import type { Body } from '../form/index.ts'
import { useKeys } from '../keys/index.ts'
import { contentOf } from './content.ts'
import { BidEditor, type EditorProps } from './editor.tsx'
import { useLocalAutosave, useLocalDraft } from './local-draft.ts'

/** The draft and the keys stay on this machine. */
export function BidTool({ tender }: { readonly tender: TenderSeen }) {
  const party = tender.reader?.party ?? ''
  const draft = useLocalDraft({ tender: tender.id, party })
  const own = useOwnBid(tender.id, true)
  const terms = tender.state.notice?.terms
  return (
    <Awaited
      error={draft.error ?? own.error}
      pending={draft.isPending || own.isPending}
      refetch={own.refetch}
    >
      {terms !== undefined && draft.data !== undefined && (
        <Saved
          {...{ tender, terms, party, bid: bidStateOf(own.data?.state) }}
          begun={contentOf(draft.data.body, terms)}
        />
      )}
    </Awaited>
  )
}

type Drafted = Omit<EditorProps, 'content' | 'onContent' | 'saved' | 'keys'> & {
  readonly begun: Body
}

function Saved({ begun, party, ...props }: Drafted & { readonly party: string }) {
  const [content, setContent] = useState(begun)
  const tender = props.tender.id
  const saved = useLocalAutosave({ tender, party }, content)
  const keys = useKeys({ kind: 'bid', tender, party })
  return <BidEditor {...props} {...{ content, saved, keys }} onContent={setContent} />
}

/** The server folds the sealed stream with core's own evolve, so its shape is core's. */
export function bidStateOf(state: object | undefined): BidState {
  return state !== undefined && isBidState(state) ? state : emptyBid
}

function isBidState(state: object): state is BidState {
  return 'receipts' in state && 'envelope' in state && 'deposit' in state
}
