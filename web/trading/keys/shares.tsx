// SPDX-License-Identifier: Apache-2.0
/** Keys at the opening: the bidder's own key opens the bid, two holders open what stayed sealed. */

import { masterBy, shareOf } from '@gongxin/core/trading/bid'
import { holdingOf, officeOf } from '@gongxin/core/trading/tender'
import { routes } from '@gongxin/shell/http/contract'
import { hex } from '@gongxin/trust/canonical'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call, type TenderSeen, useNow, useText } from '../../app/index.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import { freshBytes, keyIn, openerIn } from './key-file.ts'
import { KeyPanel, useKeys } from './key-panel.tsx'
import { messages } from './messages.ts'

/** Manifests never change once the opening has begun. */
function useManifests(tender: TenderSeen) {
  return useQuery({
    queryKey: ['tender', tender.id, 'manifests'],
    enabled: tender.state.opening !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call(routes.manifests, { params: { tender: tender.id }, signal }),
  })
}

interface Props {
  readonly tender: TenderSeen
}

/** 解密: nothing of the key leaves this machine but the master of this one bid. */
interface Own extends Props {
  readonly party: string
  /** Unknown where the list of bids is kept to the panel: then the own key finds the own bid. */
  readonly no: string | undefined
}

export function OwnOpening({ tender, party, no }: Own) {
  const t = useText()
  const keys = useKeys({ kind: 'bid', tender: tender.id, party })
  const { data } = useManifests(tender)
  const items = data?.items
  const { holders } = tender.state
  const opener = useMemo(() => (keys.file === null ? null : openerIn(keys.file)), [keys.file])
  const mine = items?.filter(({ bid }) => no === undefined || bid === no)
  const opened = useQuery({
    queryKey: ['tender', tender.id, 'master', no ?? 'any', opener && hex(opener.publicKey)],
    enabled: opener !== null && mine !== undefined,
    // Made on this machine: nothing is fetched, and a device that is not at hand is asked again by hand.
    ...{ networkMode: 'always', retry: false, gcTime: 0, staleTime: Number.POSITIVE_INFINITY },
    async queryFn() {
      const holding = holdingOf({ holders })
      if (opener === null || holding === null) return null
      for (const { manifest } of mine ?? []) {
        const found = await masterBy({ tender: tender.id, manifest, holding }, opener)
        if (found !== undefined) return found
      }
      return null
    },
  })
  if (keys.file === null) {
    return (
      <KeyPanel keys={keys} why={t(messages.whyBid)} keep={t(messages.keepBid)} mayMake={false} />
    )
  }
  const master = opened.data
  if (opened.isError || master === null) {
    return <p className="fault">{t(messages.wrongKey)}</p>
  }
  const body = master === undefined ? {} : { master }
  return (
    <QuickAct
      tender={tender}
      act="decrypt-bid"
      body={body}
      primary
      disabled={master === undefined}
    />
  )
}

/** What the reader, as a holder, can open now that the bidders' time is over. */
export function HolderShares({ tender }: Props) {
  const t = useText()
  const now = useNow()
  const { state, reader } = tender
  const office = reader === null ? undefined : officeOf(reader.role)
  const held = state.holders.some((h) => h.office === office && h.holder.party === reader?.party)
  const sealed = state.bids.filter((bid) => bid.standing === 'sealed')
  const over = state.opening !== null && now >= state.opening.until
  const keys = useKeys({ kind: 'holder', tender: tender.id, party: reader?.party ?? '' })
  const { data } = useManifests(tender)
  const holderKey = useMemo(
    () => (keys.file === null ? null : keyIn(keys.file, 'holder')),
    [keys.file],
  )
  if (!held || !over || sealed.length === 0 || holdingOf(state) === null) return null
  return (
    <section>
      <h2>{t(messages.shares)}</h2>
      <p>{t(messages.sharesWhy)}</p>
      {keys.file === null && (
        <KeyPanel
          keys={keys}
          why={t(messages.whyHolder)}
          keep={t(messages.keepHolder)}
          mayMake={false}
        />
      )}
      <ul className="lines">
        {sealed.map((bid) => (
          <li key={bid.no} className="line">
            <span>{bid.bidder.name}</span>
            <span className="when">{t(messages.given, { count: bid.shares.length })}</span>
            {holderKey !== null && !bid.shares.some((share) => share.office === office) && (
              <Share
                tender={tender}
                bid={bid.no}
                holderKey={holderKey}
                manifest={data?.items.find((one) => one.bid === bid.no)?.manifest}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ShareProps extends Props {
  readonly bid: string
  readonly holderKey: Uint8Array
  readonly manifest: string | undefined
}

function Share({ tender, bid, holderKey, manifest }: ShareProps) {
  const t = useText()
  const { holders } = tender.state
  const share = useMemo(() => {
    const holding = holdingOf({ holders })
    if (manifest === undefined || holding === null) return undefined
    return shareOf({ tender: tender.id, manifest, holding }, holderKey, freshBytes(32))
  }, [manifest, holders, holderKey, tender.id])
  return (
    <QuickAct
      tender={tender}
      act="give-share"
      body={{ bid, ...share }}
      primary
      disabled={share === undefined}
    >
      {t(messages.give)}
    </QuickAct>
  )
}
