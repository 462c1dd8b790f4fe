// SPDX-License-Identifier: Apache-2.0
/** 投标工具: where the draft lies and whose keys seal it; never a doubt whether it was submitted. */

import type { BidState } from '@gongxin/core/trading/bid'
import { emptyBid } from '@gongxin/core/trading/bid'
import { holdingOf } from '@gongxin/core/trading/tender'
import { useState } from 'react'
import { Awaited, type TenderSeen, useOwnBid } from '../../app/index.ts'
import { useAutosave, useDraft } from '../document/draft.ts'
import type { Body } from '../form/index.ts'
import { useKeys } from '../keys/index.ts'
import { contentOf } from './content.ts'
import { BidEditor, type EditorProps } from './editor.tsx'
import { useLocalAutosave, useLocalDraft } from './local-draft.ts'

/** A bid sealed here is drafted here; a notice of before ADR 9 keeps its draft on the server. */
export function BidTool({ tender }: { readonly tender: TenderSeen }) {
  return holdingOf(tender.state) === null ? (
    <DraftedThere tender={tender} />
  ) : (
    <DraftedHere tender={tender} />
  )
}

function DraftedThere({ tender }: { readonly tender: TenderSeen }) {
  const draft = useDraft(tender.id, 'bid')
  const own = useOwnBid(tender.id, true)
  const terms = tender.state.notice?.terms
  return (
    <Awaited
      error={draft.error ?? own.error}
      pending={draft.isPending || own.isPending}
      refetch={own.refetch}
    >
      {terms !== undefined && draft.data !== undefined && (
        <SavedThere
          {...{ tender, terms, bid: bidStateOf(own.data?.state) }}
          begun={contentOf(draft.data.body, terms)}
        />
      )}
    </Awaited>
  )
}

function DraftedHere({ tender }: { readonly tender: TenderSeen }) {
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
        <SavedHere
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

function SavedThere({ begun, ...props }: Drafted) {
  const [content, setContent] = useState(begun)
  const saved = useAutosave({ tender: props.tender.id, kind: 'bid' }, content)
  return <BidEditor {...props} {...{ content, saved, keys: null }} onContent={setContent} />
}

function SavedHere({ begun, party, ...props }: Drafted & { readonly party: string }) {
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
