// SPDX-License-Identifier: Apache-2.0
/** 回执第二部分 on the page of the receipt: asked for until it is there, checked here, kept here. */

import type { BidState, SecondPart } from '@gongxin/core/trading/bid'
import { momentOf } from '@gongxin/core/trading/vault'
import { routes } from '@gongxin/shell/http/contract'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { call, momentShown, type TenderSeen, usePreferences, useText } from '../../app/index.ts'
import { KeyPanel, keyIn, messages as keyMessages, useKeys } from '../keys/index.ts'
import { messages } from './messages.ts'
import { findPart, keepPart, type PartStanding, standingOf } from './second-part.ts'

const askEveryMs = 10_000

/** Null without a vault (a notice of before ADR 10), without a bid, or without its keys here. */
export function useSecondPart(tender: TenderSeen, bid: BidState) {
  const place = { tender: tender.id, party: tender.reader?.party ?? '' }
  const keys = useKeys({ kind: 'bid', ...place })
  const vault = tender.state.notice?.vault
  const { data } = useQuery({
    queryKey: ['tender', tender.id, 'vault'],
    enabled: vault !== undefined && bid.slot !== null,
    retry: false,
    refetchInterval: askEveryMs,
    queryFn: ({ signal }) => call(routes.vaultProof, { params: { tender: tender.id }, signal }),
  })
  const sent = data?.part ?? null
  const ticketKey = useMemo(
    () => (keys.file === null ? undefined : sm2PublicKey(keyIn(keys.file, 'ticket'))),
    [keys.file],
  )
  const { revealed } = tender.state
  const standing = useMemo(() => {
    if (vault === undefined || ticketKey === undefined || bid.slot === null) return null
    const own = { tender: tender.id, vault, ticketKey, versions: bid.versions }
    const kept = findPart(localStorage, { tender: tender.id, party: tender.reader?.party ?? '' })
    return standingOf({ kept, sent }, { own, bid, revealed })
  }, [tender.id, tender.reader?.party, vault, ticketKey, bid, sent, revealed])
  const proven = standing?.kind === 'proven' ? standing.part : null
  useEffect(() => {
    if (proven !== null)
      keepPart(localStorage, { tender: place.tender, party: place.party }, proven)
  }, [proven, place.tender, place.party])
  return { standing, keys, hasVault: vault !== undefined && bid.slot !== null }
}

type Second = ReturnType<typeof useSecondPart>

export function SecondPartShown({ standing, keys, hasVault }: Second) {
  const t = useText()
  if (!hasVault) return null
  return (
    <section>
      <h3>{t(messages.secondPart)}</h3>
      <p className="hint">{t(messages.secondPartWhy)}</p>
      {standing === null ? (
        <KeyPanel
          keys={keys}
          why={t(messages.secondPartNoKey)}
          keep={t(keyMessages.keepBid)}
          mayMake={false}
        />
      ) : (
        <Standing standing={standing} />
      )}
    </section>
  )
}

function Standing({ standing }: { readonly standing: PartStanding }) {
  const t = useText()
  switch (standing.kind) {
    case 'waiting':
      return (
        <p role="status" className="finding reason">
          <span className="badge amber">▲ {t(messages.partWaiting)}</span>{' '}
          {t(messages.partWaitingLong)}
        </p>
      )
    case 'missing':
      return (
        <p role="alert" className="fault finding breached">
          <span className="badge red">■ {t(messages.partMissing)}</span>{' '}
          {t(messages.partMissingLong, { fault: standing.fault })}
        </p>
      )
    default:
      return <Proven kind={standing.kind} part={standing.part} />
  }
}

function Proven({ kind, part }: { readonly kind: 'proven' | 'kept'; readonly part: SecondPart }) {
  const t = useText()
  const { language } = usePreferences()
  return (
    <>
      <p role="status" className="finding met">
        <span className="badge green">✓ {t(messages.partProven)}</span>{' '}
        {t(kind === 'kept' ? messages.partKeptLong : messages.partProvenLong)}
      </p>
      <dl className="facts">
        <dt>{t(messages.partTick)}</dt>
        <dd>{momentShown(momentOf(part.proof.tick), language)}</dd>
        <dt>{t(messages.partRoot)}</dt>
        <dd className="digest">{part.body.data.root}</dd>
        <dt>{t(messages.partLog)}</dt>
        <dd>{part.log === null ? t(messages.partNotLogged) : part.log.idx}</dd>
      </dl>
    </>
  )
}
