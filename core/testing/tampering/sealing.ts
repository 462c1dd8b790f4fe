// SPDX-License-Identifier: Apache-2.0
/** For tests only: T-01 to T-21 of trust-design §6.3: log, vault, seals, times. */

import { isJsonObject, type Json, utf8 } from '@gongxin/trust/canonical'
import { certain } from '../../kernel/index.ts'
import {
  anotherHash,
  type Data,
  data,
  dataOf,
  firstOf,
  flipped,
  forms,
  heldAgainst,
  inFile,
  isForm,
  isManifest,
  moved,
  one,
  retold,
  rewritten,
  spelt,
  text,
  type Variant,
  variant,
  without,
  zeros,
} from './shaping.ts'
import { restamped, swappedStamps } from './stamping.ts'
import {
  altered,
  at,
  filesOf,
  logHand,
  receiptOf,
  strangeHand,
  type Tale,
  witnessHands,
} from './tale.ts'
import { revaulted } from './vaulting.ts'

export const sealingVariants: readonly Variant[] = [
  variant('T-01', '删去中间一条并重新编号', ['quorum', 'V3/GRAMMAR'], without('BiddingClosed')),
  variant(
    'T-01',
    '删去中间一条，不重新编号',
    ['file', 'V0/BUNDLE_FORM'],
    inFile(
      (p) => p === 'events/tender.ndjson',
      (b) => utf8(text(b).split('\n').toSpliced(3, 1).join('\n')),
    ),
  ),
  variant(
    'T-02',
    '改记录的一个字节',
    ['file', 'V2/LEAF_MISMATCH'],
    inFile(
      (p) => p === 'events/tender.ndjson',
      (b) => flipped(b),
    ),
  ),
  variant(
    'T-02',
    '改内容的一个数',
    ['file', 'V2/PAYLOAD_DIGEST'],
    inFile((p) => p.startsWith('payloads/'), spelt(/"body":\{"data":\{/, '"body":{"data":{"a":1,')),
  ),
  variant(
    'T-03',
    '名单漏掉一份收到的投标',
    ['quorum', 'V6/BID_MISSING'],
    data('BidsTakenUp', ({ bids, ...rest }) => ({ ...rest, bids: one(bids).slice(1) })),
  ),
  variant(
    'T-03',
    '名单多出一份没有收到的投标',
    ['quorum', 'V6/BID_ADDED'],
    data('BidsTakenUp', ({ bids }) => ({
      bids: [
        ...one(bids),
        ...one(bids)
          .slice(0, 1)
          .map((b) => ({ ...b, no: 'B99', commitment: anotherHash('x') })),
      ],
    })),
  ),
  variant(
    'T-04',
    '把有标的位当作空位',
    ['quorum', 'V6/VAULT_ROOT'],
    data('VaultRevealed', ({ slots, ...rest }) => ({ ...rest, slots: one(slots).slice(1) })),
  ),
  variant(
    'T-04',
    '换一粒种子',
    ['quorum', 'V6/VAULT_SEED'],
    data('VaultRevealed', ({ seed, ...rest }) => ({ ...rest, seed: anotherHash(seed) })),
  ),
  variant(
    'T-04',
    '标箱放在城市根下的另一个位置',
    ['quorum', 'V6/VAULT_ROOT'],
    data('NoticePublished', ({ vault, ...rest }) => ({
      ...rest,
      vault: { ...certain(one([vault ?? {}])[0], 'a vault'), position: 9 },
    })),
  ),
  variant(
    'T-04',
    '同一凭证占两个位',
    ['quorum', 'V6/TICKET_TWICE'],
    data('VaultRevealed', ({ slots, ...rest }) => ({
      ...rest,
      slots: [
        ...one(slots),
        ...one(slots)
          .slice(0, 1)
          .map((s) => ({ ...s, slot: (Number(s.slot) + 1) % 256 })),
      ],
    })),
  ),
  variant(
    'T-05',
    '替投标人伪造撤回',
    ['quorum', 'V6/TICKET_SIG'],
    data('VaultRevealed', ({ slots, ...rest }) => ({
      ...rest,
      slots: firstOf(slots, (s) => ({
        ...s,
        versions: [
          ...one(s.versions),
          {
            verNo: one(s.versions).length + 1,
            action: 'withdraw',
            commitment: zeros,
            ticketSig: 'ab'.repeat(64),
          },
        ],
      })),
    })),
  ),
  variant(
    'T-06',
    '对调两份投标的密封文件',
    ['file', 'V7/PART_ROOT'],
    forms((all) => {
      const [a, b, ...rest] = [...all]
      if (a === undefined || b === undefined) return all
      return new Map([
        [a[0], { ...a[1], form: b[1].form }],
        [b[0], { ...b[1], form: a[1].form }],
        ...rest,
      ])
    }),
  ),
  variant(
    'T-07',
    '用后来的清单换掉原来的',
    ['file', 'V7/COMMIT_MISMATCH'],
    inFile(isManifest, spelt(/"nonce32":"../, '"nonce32":"00')),
  ),
  variant(
    'T-08',
    '把别的项目的清单拿来用',
    ['file', 'V7/CONTEXT_MISMATCH'],
    inFile(isManifest, spelt(/"tender":"[^"]*"/, '"tender":"LZ2026-999999"')),
  ),
  variant(
    'T-09',
    '公布另一把钥匙',
    ['quorum', 'V7/KEY_COMMIT'],
    data('OpeningRecorded', ({ rows, ...rest }) => ({
      ...rest,
      rows: firstOf(rows, (r) => ({
        ...r,
        key: { content: 'ab'.repeat(16), nonce: 'cd'.repeat(7) },
      })),
    })),
  ),
  variant(
    'T-10',
    '截短密封文件',
    ['file', 'V7/STREAM_TRUNCATED'],
    inFile(isForm, (b) => b.subarray(0, b.length - 40)),
  ),
  variant(
    'T-10',
    '改密封文件的一个字节',
    ['file', 'V7/PART_ROOT'],
    inFile(isForm, (b) => flipped(b)),
  ),
  variant(
    'T-11',
    '截止以后收下的投标',
    ['quorum', 'V13/LATE_BID'],
    data('BidsTakenUp', ({ bids }) => ({
      bids: firstOf(bids, (b) => ({ ...b, receivedAt: '2026-03-23T01:00:00.000Z' })),
    })),
  ),
  variant(
    'T-11',
    '时间戳说投标在截止五秒后才到',
    ['quorum', 'V13/LATE_BID'],
    retold((tale) => restamped(tale, 'BidSubmitted', '2026-03-23T01:00:05.000Z')),
  ),
  variant(
    'T-11',
    '时间戳属于别的记录',
    ['file', 'V13/TSA_TOKEN'],
    retold((tale) => swappedStamps(tale)),
  ),
  variant(
    'T-12',
    '截止封存两分钟后才有时间戳',
    ['quorum', 'V13/CLOSING_STAMP'],
    retold((tale) => restamped(tale, 'BiddingClosed', '2026-03-24T00:00:00.000Z')),
  ),
  variant(
    'T-12',
    '截止的根值取自另一分钟',
    ['quorum', 'V6/DEADLINE_TICK'],
    data('VaultRevealed', ({ tick, ...rest }) => ({ ...rest, tick: Number(tick) + 1 })),
  ),
  variant(
    'T-12',
    '没有截止的根值',
    ['quorum', 'V6/DEADLINE_TICK'],
    retold((tale) => ({ ...tale, tick: null })),
  ),
  variant(
    'T-13',
    '过了截止时间才延期',
    ['quorum', 'V5/RETRO_EXTENSION'],
    retold((tale) => retroactive(tale)),
  ),
  variant(
    'T-14',
    '开标之前就解密',
    ['quorum', 'V9/EARLY_OPEN'],
    moved('DecryptionSucceeded', 'OpeningStarted'),
  ),
  variant(
    'T-14',
    '截止之前就开标',
    ['quorum', 'V9/EARLY_OPEN'],
    retold((tale) => hastyOpening(tale)),
  ),
  variant(
    'T-15',
    '两份投标也开标',
    ['quorum', 'V9/TOO_FEW_BIDS'],
    retold((tale) => fewer(tale)),
  ),
  variant(
    'T-16',
    '唱的价与密封的价不同',
    ['quorum', 'V7/RECORD_MISMATCH'],
    data('OpeningRecorded', ({ rows, ...rest }) => ({
      ...rest,
      rows: firstOf(rows, (r) => ({ ...r, priceFen: Number(r.priceFen) - 1 })),
    })),
  ),
  variant('T-19', '检查点由陌生的钥匙签署', ['file', 'V1/QUORUM'], (tale) =>
    filesOf(tale, [strangeHand, ...witnessHands]),
  ),
  variant('T-19', '只有三个见证', ['operator', 'V1/QUORUM'], (tale) =>
    filesOf(tale, [logHand, ...witnessHands.slice(0, 3)]),
  ),
  variant('T-19', '一个见证签了四次', ['operator', 'V1/QUORUM'], (tale) => {
    const [w] = witnessHands
    return filesOf(tale, w === undefined ? [] : [logHand, w, w, w, w])
  }),
  variant('T-20', '孪生树说的是另一棵', ['operator', 'V1/INCONSISTENT_LOG'], (tale) => {
    const other = filesOf({ ...tale, tender: tale.tender.slice(0, -1) })
    return rewritten(
      filesOf(tale),
      'log/checkpoint.sha256',
      certain(other.get('log/checkpoint.sha256'), 'a twin'),
    )
  }),
  heldAgainst(
    variant('T-20', '给投标人看的是另一本日志', ['quorum', 'V2/INCONSISTENT_LOG'], filesOf),
    (tale) => {
      const tick = certain(tale.tick, 'a tick')
      const body = { data: { ...dataIn(tick.body), root: anotherHash('split') }, findings: [] }
      return receiptOf({ ...tale, tick: { ...tick, body } })
    },
  ),
  heldAgainst(
    variant('T-21', '日志截短以后重新会签', ['quorum', 'V2/ROLLBACK'], (tale) =>
      filesOf({ ...tale, tender: tale.tender.slice(0, -1) }),
    ),
    receiptOf,
  ),
  variant('T-21', '拿出早先较小的检查点', ['file', 'V1/INCONSISTENT_LOG'], (tale) => {
    const early = filesOf({ ...tale, tender: tale.tender.slice(0, 10), chains: [], tick: null })
    return rewritten(
      filesOf(tale),
      'log/checkpoint',
      certain(early.get('log/checkpoint'), 'a checkpoint'),
    )
  }),
]

function dataIn(body: Json | null): Data {
  return isJsonObject(body) && isJsonObject(body.data) ? { ...body.data } : {}
}

function retroactive(tale: Tale): Tale {
  const closing = at(tale, 'BiddingClosed')
  const model = certain(tale.tender[at(tale, 'SiteVisitAnnounced')], 'a line')
  const deadline = '2026-03-23T01:00:00.000Z'
  const envelope = { ...model.envelope, type: 'DeadlineMoved', at: deadline }
  const body = {
    data: { from: deadline, to: deadline, because: 'owner', reason: '补' },
    findings: [],
  }
  const schema = { ...envelope.payload, schema: 'DeadlineMoved/1' }
  return {
    ...tale,
    tender: tale.tender.toSpliced(closing, 0, {
      ...model,
      envelope: { ...envelope, payload: schema },
      body,
    }),
  }
}

/** Closed and opened a millisecond before the deadline. */
function hastyOpening(tale: Tale): Tale {
  const [from, to] = [at(tale, 'BiddingClosed'), at(tale, 'OpeningStarted')]
  const early = '2026-03-23T00:59:59.999Z'
  const tender = tale.tender.map((line, place) =>
    place < from || place > to ? line : { ...line, envelope: { ...line.envelope, at: early } },
  )
  return { ...tale, tender }
}

/** Two bids are all that anybody says there were: list, vault, root and record agree. */
function fewer(tale: Tale): Tale {
  const two = (list: Json | undefined) => JSON.parse(JSON.stringify(list ?? [])).slice(0, 2)
  const kept: string[] = two(dataOf(tale, 'BiddingClosed').commitments)
  const has = (row: Data) => kept.includes(String(row.commitment))
  const numbers = one(dataOf(tale, 'BidsTakenUp').bids)
    .filter(has)
    .map(({ no }) => no)
  const slots = one(dataOf(tale, 'VaultRevealed').slots).filter((slot) =>
    one(slot.versions).some(has),
  )
  const shut = revaulted(tale, slots)
  const closed = altered(shut, 'BiddingClosed', () => ({ received: 2, commitments: kept }))
  const taken = altered(closed, 'BidsTakenUp', ({ bids }) => ({ bids: one(bids).filter(has) }))
  const opened = altered(taken, 'OpeningStarted', (data) => ({ ...data, received: 2 }))
  const recorded = altered(opened, 'OpeningRecorded', ({ rows, ...rest }) => {
    return { ...rest, rows: one(rows).filter(({ bid }) => numbers.includes(bid ?? '')) }
  })
  const forms = new Map([...tale.forms].filter(([commitment]) => kept.includes(commitment)))
  // A share of a bid that nobody speaks of any more would be asked for its manifest.
  const tender = recorded.tender.filter(({ envelope, body }) => {
    const told = isJsonObject(body) && isJsonObject(body.data) ? String(body.data.bid) : ''
    return envelope.type !== 'ShareGiven' || numbers.includes(told)
  })
  return { ...recorded, tender, forms }
}
