// SPDX-License-Identifier: Apache-2.0
/** 开标记录: every bid that was received, what was read out, and what could not be opened. */

import { article, dayOf, words } from '../../../kernel/index.ts'
import type { DataOf } from '../events.ts'
import type { TenderState } from '../state.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import { managerCell } from './notices.ts'
import {
  bidderOf,
  bidSaid,
  cell,
  dayShown,
  depositSaid,
  faultSaid,
  identitySaid,
  momentSaid,
  moneySaid,
  ownerOf,
  rateSaid,
  secondSaid,
  yuanCell,
} from './say.ts'
import { type Block, facts, note, paragraph, table } from './shape.ts'
import { sections } from './terms-said.ts'

type Record = DataOf<'OpeningRecorded'>

const cites = [
  article('招标投标法', 34),
  article('招标投标法', 36),
  article('实施条例', 44),
  article('电子招标投标办法', 32),
]

export const openingRecord = form({
  kind: 'opening-record',
  title: words('开标记录', 'Opening record'),
  on: 'OpeningRecorded',
  draws: [
    ...projectEvents,
    'HolderKeyProvided',
    'DeadlineMoved',
    'BiddingClosed',
    'BidsTakenUp',
    'OpeningStarted',
    'DecryptionFailed',
    'OpeningObjected',
    'OpeningObjectionAnswered',
    'OpeningRecorded',
  ],
  write: ({ event, state }) =>
    body({
      blocks: sections(
        ['开标基本情况', [sessionFacts(state)]],
        ['唱标一览表', recordBlocks(event.data)],
        ['收到的投标文件', receivedBlocks(state)],
        ['未能解密的投标文件', failureBlocks(state)],
        ['投标人证书核验', identityBlocks(event.data)],
        ['抽取的系数', coefficientBlocks(event.data)],
        ['开标异议和答复', objectionBlocks(state)],
      ),
      seals: ownerSeals(state, event),
      cites,
    }),
})

function sessionFacts(state: TenderState): Block {
  const { notice, opening, received, recordedAt, holders } = state
  const ceilingFen = notice?.terms.ceilingFen ?? null
  return facts(
    ['标段名称', state.project?.name ?? ''],
    ['开标时间', notice === null ? '' : momentSaid(notice.schedule.deadline)],
    ['开标方式', '在交易平台在线公开开标'],
    ['主持人', ownerOf(state)],
    ['收到投标文件', received === null ? '' : `${received}份`],
    ['最高投标限价', ceilingFen === null ? '不设' : moneySaid(ceilingFen)],
    ['解密截止', opening === null ? '' : momentSaid(opening.until)],
    ['公布开标记录', recordedAt === null ? '' : momentSaid(recordedAt)],
    ['密钥份额保管人', holders.map(({ holder }) => holder.name).join('、')],
  )
}

export function recordBlocks({ rows }: Pick<Record, 'rows'>): readonly Block[] {
  const columns = [
    { head: '序号', align: 'centre' as const, weight: 0.9 },
    { head: '投标人', weight: 2.5 },
    { head: '投标报价（元）', align: 'right' as const, weight: 2 },
    { head: '工期\n（日）', align: 'right' as const, weight: 1.1 },
    { head: '质量', weight: 1 },
    { head: '项目负责人和证书', weight: 2.9 },
    { head: '投标\n保证金', weight: 1.3 },
    { head: '解密', align: 'centre' as const, weight: 1 },
  ]
  const lines = rows.map((row) => [
    bidSaid(row.bid),
    row.bidder.name,
    yuanCell(row.priceFen),
    cell(row.durationDays),
    cell(row.quality),
    cell(managerCell(row.projectManager)),
    depositSaid(row.deposit),
    openedSaid(row),
  ])
  return table('', columns, lines, '没有收到投标文件。')
}

/** By its bidder, by two holders where the bidder did not, or not at all. */
function openedSaid({ decrypted, by }: Record['rows'][number]): string {
  if (!decrypted) return '未成功'
  return by === 'holders' ? '补救成功' : '成功'
}

/** Exactly the bids received are the bids opened: the commitment of each receipt, beside its time. */
function receivedBlocks({ bids }: TenderState): readonly Block[] {
  const columns = [
    { head: '序号', align: 'centre' as const, weight: 0.6 },
    { head: '投标人', weight: 2.4 },
    { head: '收到时间', weight: 2 },
    { head: '投标文件承诺值（与投标回执一致）', weight: 4 },
  ]
  const rows = bids.map((bid) => [
    bidSaid(bid.no),
    bid.bidder.name,
    secondSaid(bid.receivedAt),
    bid.commitment,
  ])
  return [
    ...table('', columns, rows, '没有收到投标文件。'),
    note('序号按承诺值排列，与递交先后无关。持有投标回执的单位可以逐字核对承诺值。'),
  ]
}

/** A finding of the platform, for host and committee; records of before certificates have none. */
function identityBlocks({ rows }: Record): readonly Block[] {
  const judged = rows.flatMap(({ bid, bidder, identity }) =>
    identity === undefined ? [] : [[bidSaid(bid), bidder.name, identitySaid(identity)]],
  )
  if (judged.length === 0) return []
  const columns = [
    { head: '序号', align: 'centre' as const, weight: 0.7 },
    { head: '投标人', weight: 2.4 },
    { head: '核验情况', weight: 4 },
  ]
  return [
    ...table('', columns, judged, ''),
    note('平台按认可的认证机构名单核验，任何人可以用核验包复算；投标是否有效由评标委员会认定。'),
  ]
}

function failureBlocks(state: TenderState): readonly Block[] {
  const failed = state.bids.flatMap(({ failure }) => (failure === null ? [] : [failure]))
  const columns = [
    { head: '序号', align: 'centre' as const, weight: 0.7 },
    { head: '投标人', weight: 2 },
    { head: '原因和处理', weight: 2.4 },
    { head: '依据的事实', weight: 3 },
  ]
  const rows = failed.map(({ bid, fault, evidence }) => [
    bidSaid(bid),
    bidderOf(state, bid),
    faultSaid(fault),
    evidence,
  ])
  return table('', columns, rows, '无，全部投标文件解密成功。')
}

function coefficientBlocks({ coefficient }: Record): readonly Block[] {
  if (coefficient === null) return []
  return [
    facts(
      ['备选的下浮系数', coefficient.list.map(rateSaid).join('、')],
      ['抽取结果', rateSaid(coefficient.chosen)],
      ['公开随机数的各方', sidesSaid(coefficient.shown)],
      ['承诺后未公开的各方', sidesSaid(coefficient.silent)],
      ['投标承诺摘要', coefficient.root],
      ['抽取种子', coefficient.seed],
    ),
    note('抽取结果可以由各方公开的随机数、各投标人的随机数和公开的规则重算。'),
  ]
}

const sides = { owner: '招标人', centre: '交易中心', authority: '行政监督部门' }

function sidesSaid(list: readonly (keyof typeof sides)[]): string {
  return list.length === 0 ? '无' : list.map((side) => sides[side]).join('、')
}

function objectionBlocks({ openingObjections }: TenderState): readonly Block[] {
  const columns = [
    { head: '异议内容', weight: 1 },
    { head: '当场答复', weight: 1 },
  ]
  const rows = openingObjections.map(({ text, answer }) => [text, answer ?? '尚未答复'])
  return table('', columns, rows, '至公布开标记录时无异议。')
}

/** An objection may follow the record within the session; its answer is a record of its own. */
export const openingObjectionRecord = form({
  kind: 'opening-objection-record',
  title: words('开标异议答复记录', 'Objection at the opening, answered'),
  on: 'OpeningObjectionAnswered',
  draws: [...projectEvents, 'OpeningObjected', 'OpeningObjectionAnswered'],
  write: ({ event, state }) => {
    const objection = state.openingObjections.find(({ id }) => id === event.data.id)
    return body({
      blocks: [
        ...paragraph('开标中提出的异议和答复记录如下：'),
        facts(
          ['异议内容', objection?.text ?? ''],
          ['答复', event.data.answer],
          ['答复时间', momentSaid(event.at)],
          ['记录日期', dayShown(dayOf(event.at))],
        ),
      ],
      seals: ownerSeals(state, event),
      cites,
    })
  },
})
