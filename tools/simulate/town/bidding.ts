// SPDX-License-Identifier: Apache-2.0
/** Bidders before the deadline: early ones, a storm in the last minute, and one who cheats its holders. */

import { contentOf, type Persona, type Plan } from '@gongxin/core/testing'
import { emptySlot } from '@gongxin/trust/vault'
import { count } from './ledger.ts'
import type { People } from './people.ts'
import { sealedBid, withdrawal } from './people.ts'

export interface Bidding {
  readonly plan: Plan
  /** Whether somebody hands in a deal that the holders could not open. */
  readonly falseDeal: boolean
}

/** Fetches the document, pays, and hands in a bid; some think better of it. */
export async function bidOn(people: People, who: Persona, of: Bidding): Promise<void> {
  const { chance, town } = people
  await town.machine.sleep(chance.below(20_000))
  await people.press(who, 'download-document', {})
  const amountFen = of.plan.terms.deposit?.amountFen ?? 0
  if (amountFen > 0) await people.credit(who, amountFen)
  if (of.falseDeal) await cheat(people, who)
  await handIn(people, who)
  if (chance.onceIn(3)) await handIn(people, who)
  if (chance.onceIn(6)) {
    await people.press(who, 'withdraw-bid', await withdrawal(people, who))
    await handIn(people, who)
  }
}

/** Submits, or replaces what lies there; being late is a lawful no. */
async function handIn(people: People, who: Persona): Promise<boolean> {
  const own = await people.own(who)
  const act = own.envelope === null ? 'submit-bid' : 'replace-bid'
  const priceFen = 940_000_000 + people.chance.below(40_000_000)
  const body = await sealedBid(people, who, contentOf({ priceFen }))
  const outcome = await people.press(who, act, body)
  return outcome.kind === 'done'
}

/** A deal of which one point lies elsewhere: it must not pass the door. */
async function cheat(people: People, who: Persona): Promise<void> {
  count(people.town.ledger, 'false deal')
  const body = await sealedBid(people, who, contentOf({ priceFen: 950_000_000 }))
  const manifest = body.manifest.replace(/"deal":"0./, (found) =>
    found.endsWith('2') ? '"deal":"03' : '"deal":"02',
  )
  const outcome = await people.press(who, 'submit-bid', { ...body, manifest })
  if (outcome.kind === 'done') people.town.ledger.wrong.push('a false deal was taken')
  // Nor one whose ticket did not sign it.
  const unsigned = { ...body, ticketSig: Buffer.from(emptySlot).toString('hex').repeat(2) }
  const other = await people.press(who, 'submit-bid', unsigned)
  if (other.kind === 'done') people.town.ledger.wrong.push('an unsigned bid was taken')
}

interface Storm extends Bidding {
  readonly bidders: readonly Persona[]
  readonly early: readonly Persona[]
}

/** Whoever has not bid yet does so in the last minute, and the others replace theirs until it is too late. */
export async function storm(people: People, of: Storm): Promise<void> {
  const { chance, town } = people
  const { machine } = town
  count(town.ledger, 'deadline storm')
  await Promise.all([
    ...of.bidders
      .filter((who) => !of.early.includes(who))
      .map((who) => bidOn(people, who, { ...of, falseDeal: false })),
    ...of.early
      .filter(() => chance.onceIn(3))
      .map(async (who) => {
        await machine.sleep(40_000 + chance.below(25_000))
        await handIn(people, who)
      }),
    watch(people, Date.parse(of.plan.deadline)),
  ])
}

/** Looks again and again at what everybody may see while bids may still be sent. */
async function watch(people: People, deadlineMs: number): Promise<void> {
  const { machine, ledger } = people.town
  while (machine.now() < deadlineMs) {
    const atMs = machine.now()
    const shown = (await people.ask(({ tenders }) => tenders.manifests(people.tender))) ?? []
    ledger.early.push({ manifests: shown.length, atMs })
    await machine.sleep(15_000)
  }
}
