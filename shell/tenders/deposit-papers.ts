// SPDX-License-Identifier: Apache-2.0
/** 保函、保险、转账凭证: the issuer is asked before an act counts one, and told when it is used. */

import { line, z } from '@gongxin/core/kernel'
import { type ShellFacts, type TenderState, unsettledDeposit } from '@gongxin/core/trading/tender'
import { Unavailable } from '../store/index.ts'
import { bySystem } from './by-system.ts'
import { accountNumber } from './depositary.ts'
import type { Bank, TenderParts } from './parts.ts'
import type { ActRequest, Caller } from './service.ts'
import type { Gather } from './tender-desk.ts'

const numbered = z.object({ number: line(60) })

/** What the issuer says of a number; it is no answer that it cannot be reached. */
export async function paperOf(
  parts: Pick<TenderParts, 'bank'>,
  number: string,
): Promise<ShellFacts> {
  return { paper: await bankOf(parts).paper(number) }
}

/** Facts of a performance deposit; null for any other act. */
export function paperFacts(
  parts: TenderParts,
  { actor }: Caller,
  { act, body, tender }: ActRequest,
): Gather | null {
  if (act !== 'record-performance-deposit') return null
  const asked = numbered.safeParse(body)
  if (!asked.success) return async () => ({})
  return async ({ state }) => {
    const { paper = null } = await paperOf(parts, asked.data.number)
    if (paper === null || paper.form !== 'transfer') return { paper }
    // Money lies on the account of this contract, which the centre keeps for the owner.
    const own = performanceAccount(tender, actor.party)
    const beneficiary = paper.beneficiary === own ? (state.project?.owner.party ?? '') : ''
    return { paper: { ...paper, beneficiary } }
  }
}

/** One more account of the winner, so that no bid deposit can stand for a performance deposit. */
export function performanceAccount(tender: string, party: string): string {
  return accountNumber(`${tender} performance`, party)
}

/** The issuer acts first, under a reference it acts on only once; then it is written down. */
export async function settlePerformanceDeposit(parts: TenderParts, tender: string): Promise<void> {
  const bank = bankOf(parts)
  for (;;) {
    const state = (await parts.streams.tender(tender))?.state
    const [open] = state === undefined ? [] : unsettledDeposit(state)
    if (state === undefined || open === undefined) return
    const reference = await settled(bank, { tender, state, open })
    const body = { what: open.what, id: open.id, reference }
    const outcome = await bySystem(parts, tender, {
      name: 'record-performance-settlement',
      body,
      gather: async () => ({}),
    })
    if (outcome.kind !== 'done') return
  }
}

/** What the owner keeps of a bid deposit by guarantee, the issuer pays out to the owner. */
export async function claimForfeited(parts: TenderParts, tender: string): Promise<void> {
  const state = (await parts.streams.tender(tender))?.state
  const bank = bankOf(parts)
  for (const { bidder, form, forfeitedFen } of state?.deposits ?? []) {
    if (form === 'transfer' || forfeitedFen === 0) continue
    const { party } = bidder
    const { deposit } = (await parts.streams.bid(tender, party)).state
    const number = deposit?.reference ?? ''
    if ((await bank.paper(number)) === null) continue
    const reference = `${tender}-${party}-forfeited`
    const ground = '投标保证金不予退还'
    await bank.claim({ number, amountFen: forfeitedFen, ground, reference })
  }
}

interface Settling {
  readonly tender: string
  readonly state: TenderState
  readonly open: ReturnType<typeof unsettledDeposit>[number]
}

async function settled(bank: Bank, { tender, state, open }: Settling): Promise<string> {
  const { deposit, claims, lapsed } = state.performing
  const gone = open.what === 'return' && lapsed.find(({ number }) => number === open.id)
  if (gone) return bank.release({ number: gone.number, reference: `${tender}-${gone.number}` })
  // Of before papers were confirmed: both sides settle it themselves, and the record says so.
  if (deposit === null) return '双方自行收付'
  const { number } = deposit
  if (open.what === 'return') return bank.release({ number, reference: `${tender}-performance` })
  const ground = claims.find(({ id }) => id === open.id)?.reason ?? ''
  const reference = `${tender}-performance-${open.id}`
  const { amountFen } = open
  return bank.claim({ number, amountFen, ground: ground.slice(0, 200) || '索赔', reference })
}

export function bankOf({ bank }: Pick<TenderParts, 'bank'>): Bank {
  if (bank === null) throw new Unavailable('no bank is connected')
  return bank
}
