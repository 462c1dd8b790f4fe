// SPDX-License-Identifier: Apache-2.0
/** Holders and bidders of a replay: keys made from names, so that the same table gives the same streams. */

import { certain } from '@gongxin/core/kernel'
import { lot } from '@gongxin/core/trading/bid'
import {
  type BidContent,
  type HolderOffice,
  holderContext,
  type ShellFacts,
} from '@gongxin/core/trading/tender'
import { canonicalBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment, formKey, type Holding, noCommitment, sealBid } from '@gongxin/trust/seal'
import { provePossession } from '@gongxin/trust/sharing'
import { signSm2, sm2PublicKey, sm3, sm3Digest } from '@gongxin/trust/suites'
import { emptySlot, slotMessage, slotValue } from '@gongxin/trust/vault'

const keyOf = (name: string) => sm3Digest(utf8(`replay ${name}`))
const publicOf = (key: Uint8Array) => certain(sm2PublicKey(key), 'a digest is a private key')

/** The body of `provide-holder-key`. */
export function holderBody(office: HolderOffice, project: Parameters<typeof holderContext>[0]) {
  const privateKey = keyOf(`holder ${office}`)
  const publicKey = publicOf(privateKey)
  const entropy = keyOf(`possession ${office}`)
  const context = holderContext(project)
  const possession = provePossession({ privateKey, publicKey, context, entropy })
  return { publicKey: hex(publicKey), possession: hex(possession) }
}

interface Bidder {
  readonly tender: string
  readonly party: string
  readonly holding: Holding | null
}

export interface Sealed {
  readonly content: BidContent
  /** What the bidder hands in at the opening. */
  readonly master: Uint8Array
  /** What the platform makes of the sealed bid. */
  readonly body: object
}

/** One stage with the opening form and the rest; a replay has no documents. */
export async function sealedBid(of: Bidder, { form, ...rest }: BidContent): Promise<Sealed> {
  const { tender, party } = of
  const holding = certain(of.holding, 'no notice without its holders')
  const privateKey = keyOf(`${tender} ${party} ticket`)
  const ticket = { tender, lot, ticketKey: publicOf(privateKey) }
  let drawn = 0
  const file = sm3()
  const sealed = await sealBid(
    {
      ...{ ...ticket, ...holding, verNo: 1, prevCommit: noCommitment },
      bidderKey: publicOf(keyOf(`${tender} ${party}`)),
      identity: () => ({ name: party, uscc: party }),
      contents: Object.entries({ form, content: rest }).map(([kind, part]) => {
        const bytes = canonicalBytes(JSON.parse(JSON.stringify(part)))
        return { kind, size: bytes.length, bytes: [bytes] }
      }),
    },
    {
      random(size) {
        drawn += 1
        return keyOf(`${tender} ${party} chance ${drawn}`).subarray(0, size)
      },
      write: (piece) => void file.update(piece),
    },
  )
  const digest = bidCommitment(sealed.manifest)
  const version = { verNo: 1, action: 'submit', commitment: digest } as const
  const message = slotMessage(ticket, version, emptySlot)
  const signed = signSm2({ privateKey, message, entropy: keyOf(`${tender} ${party} entropy`) })
  const value = hex(slotValue({ ...version, ticketSig: signed }, emptySlot))
  const slot = { ticketKey: hex(ticket.ticketKey), verNo: 1, ticketSig: hex(signed), value }
  const commitment = hex(digest)
  const envelope = { commitment, suite: 'SBID/1', blob: hex(file.digest()), size: sealed.size }
  return {
    content: { form, ...rest },
    master: sealed.master,
    body: { receipt: `R-${commitment.slice(0, 12)}`, envelope, slot },
  }
}

/** What the platform finds when the bidder hands in the master. */
export function openedBid(
  tender: string,
  { content, master }: Sealed,
): NonNullable<ShellFacts['opened']> {
  const { content: key, nonce } = formKey(master, { tender, lot, stage: 'all' })
  return { content, key: { content: hex(key), nonce: hex(nonce) } }
}
