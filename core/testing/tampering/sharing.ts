// SPDX-License-Identifier: Apache-2.0
/** For tests only: T-17 and T-18 of trust-design §6.3: holders who lie, deals that do not hold. */

import { findBytes, findText, hex, type Json, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import { signSm2, sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { emptySlot, slotMessage } from '@gongxin/trust/vault'
import { certain } from '../../kernel/index.ts'
import { lot } from '../../trading/bid/index.ts'
import { bidderKeys } from '../bidding.ts'
import { bidder } from '../people.ts'
import { signedAnew } from './identities.ts'
import { data, dataOf, one, retold, type Variant, variant, without } from './shaping.ts'
import { altered, at, type Line, type Tale } from './tale.ts'
import { revaulted } from './vaulting.ts'

export const sharingVariants: readonly Variant[] = [
  variant(
    'T-17',
    '两份份额密钥同属一个单位',
    ['quorum', 'V8/HOLDER_SOD'],
    retold((tale) => oneHolder(tale)),
  ),
  variant(
    'T-18',
    '份额密钥没有持有证明',
    ['quorum', 'V8/HOLDER_KEY'],
    data('HolderKeyProvided', ({ possession: _, ...rest }) => ({
      ...rest,
      possession: 'ab'.repeat(64),
    })),
  ),
  variant(
    'T-17',
    '份额持有人交出另一个点',
    ['quorum', 'V8/SHARE_PROOF'],
    data('ShareGiven', ({ share, ...rest }) => ({ ...rest, share: turned(String(share)) })),
  ),
  variant(
    'T-17',
    '份额持有人的证明是别人的',
    ['quorum', 'V8/SHARE_PROOF'],
    retold((tale) => {
      const { proof } = dataOf(tale, 'ShareGiven')
      const other = (line: Line) => line !== tale.tender[at(tale, 'ShareGiven')]
      return altered(tale, 'ShareGiven', (data) => ({ ...data, proof: proof ?? '' }), other)
    }),
  ),
  variant('T-17', '只有一份份额也算打开', ['quorum', 'V8/SHARES_SHORT'], without('ShareGiven')),
  variant(
    'T-18',
    '收下份额对调的投标',
    ['quorum', 'V8/DEAL_INVALID'],
    retold((tale) => falselyDealt(tale, swappedShares)),
  ),
  variant(
    'T-18',
    '收下承诺点不符的投标',
    ['quorum', 'V8/DEAL_INVALID'],
    retold((tale) => falselyDealt(tale, turnedCommitment)),
  ),
]

function oneHolder(tale: Tale): Tale {
  const holders = tale.tender.filter(({ envelope }) => envelope.type === 'HolderKeyProvided')
  const [first] = holders
  const body = JSON.parse(JSON.stringify(first?.body))
  return altered(
    tale,
    'HolderKeyProvided',
    ({ holder: _, ...rest }) => ({ ...rest, holder: body.data.holder }),
    (line) => line === holders[1],
  )
}

/** The other of the two points that have this first coordinate. */
function turned(point: string): string {
  return `${point.startsWith('02') ? '03' : '02'}${point.slice(2)}`
}

/** In hex: two commitments of 33 bytes, then a share of 33 and a proof of 64 for each holder. */
const commitments = 2 * 33 * 2
const stride = (33 + 64) * 2

function turnedCommitment(deal: string): string {
  return turned(deal)
}

function swappedShares(deal: string): string {
  const shares = deal.slice(commitments)
  const [one, two, rest] = [
    shares.slice(0, stride),
    shares.slice(stride, 2 * stride),
    shares.slice(2 * stride),
  ]
  return [deal.slice(0, commitments), two, one, rest].join('')
}

/** A bidder in league with the platform: the deal was false from the start, and everything is signed. */
function falselyDealt(tale: Tale, change: (deal: string) => string): Tale {
  const keys = bidderKeys(bidder(1))
  const ticketKey = hex(certain(sm2PublicKey(keys.ticket), 'a key'))
  const slots = one(dataOf(tale, 'VaultRevealed').slots)
  const slot = certain(
    slots.find((each) => each.ticketKey === ticketKey),
    'the slot of the bidder',
  )
  const [version] = one(slot.versions)
  const before = String(version?.commitment)
  const files = certain(tale.forms.get(before), 'a manifest')
  const changed = utf8(
    (findText(files.manifest) ?? '').replace(
      /"deal":"([0-9a-f]+)"/,
      (_, deal: string) => `"deal":"${change(deal)}"`,
    ),
  )
  const manifest = signedAnew(tale, before, changed)
  const commitment = bidCommitment(manifest)
  const after = hex(commitment)
  const signed = { verNo: 1, action: 'submit', commitment } as const
  const message = slotMessage(
    {
      tender: certain(tale.tender[0], 'a first entry').envelope.tender,
      lot,
      ticketKey: certain(findBytes(ticketKey), 'hex'),
    },
    signed,
    emptySlot,
  )
  const ticketSig = hex(signSm2({ privateKey: keys.ticket, message, entropy: sm3Digest(message) }))
  const renamed = (list: Json | undefined) =>
    one(list).map((row) => (row.commitment === before ? { ...row, commitment: after } : row))
  const versions = [{ ...version, commitment: after, ticketSig }]
  const shut = revaulted(
    tale,
    slots.map((each) => (each === slot ? { ...each, versions } : each)),
  )
  const closed = altered(shut, 'BiddingClosed', ({ commitments: all, ...rest }) => ({
    ...rest,
    commitments: JSON.parse(JSON.stringify(all).replace(before, after)),
  }))
  const taken = altered(closed, 'BidsTakenUp', ({ bids }) => ({ bids: renamed(bids) }))
  const forms = new Map(
    [...tale.forms].map(([name, own]) =>
      name === before ? ([after, { ...own, manifest }] as const) : ([name, own] as const),
    ),
  )
  return { ...taken, forms }
}
