// SPDX-License-Identifier: Apache-2.0
/** 投标回执: that a sealed bid arrived, when, and the commitment it will be checked against. */

import { article, dayOf, words } from '../../kernel/index.ts'
import {
  type Block,
  facts,
  list,
  note,
  type Paper,
  type PaperLine,
  paragraph,
  platformName,
  secondSaid,
  type TenderState,
} from '../tender/index.ts'
import type { BidState, Receipt } from './state.ts'

export const bidReceiptKind = 'bid-receipt'
const title = words('投标回执', 'Receipt of the bid')

/** One line for each bid ever sent, the bidder's own and nobody else's. */
export function bidReceiptsOf({ receipts }: BidState): readonly PaperLine[] {
  return receipts.map(({ receipt, at }, seq) => ({
    ...{ id: `${bidReceiptKind}-${receipt}`, kind: bidReceiptKind, title },
    ...{ at, seq, access: 'restricted' as const },
  }))
}

/** Says nothing of the content: the platform itself cannot read it before the opening. */
export function bidReceiptPaper(
  line: PaperLine,
  bid: BidState,
  of: { readonly tender: string; readonly state: TenderState },
): Paper | null {
  const receipt = bid.receipts[line.seq]
  if (receipt === undefined || line.id !== `${bidReceiptKind}-${receipt.receipt}`) return null
  const project = of.state.project?.name ?? ''
  return {
    ...{ id: line.id, kind: line.kind, title: title.zh, project, tender: of.tender },
    number: receipt.receipt,
    access: 'restricted',
    to: bid.bidder?.name ?? '',
    blocks: blocksOf(receipt, bid, of.state),
    seals: [{ by: platformName, on: dayOf(receipt.at) }],
    cites: [article('招标投标法', 28), article('电子招标投标办法', 27)],
    proof: { event: '收到投标文件', seq: null, at: receipt.at, digest: receipt.commitment },
  }
}

function blocksOf(receipt: Receipt, bid: BidState, { project, notice }: TenderState): Block[] {
  const deadline = notice?.schedule.deadline
  const inTime = deadline !== undefined && receipt.at < deadline
  return [
    ...paragraph('贵单位递交的投标文件已经完整收到并加密封存，回执如下：'),
    facts(
      ['回执编号', receipt.receipt],
      ['标段名称', project?.name ?? ''],
      ['投标人', bid.bidder?.name ?? ''],
      ['统一社会信用代码', bid.bidder?.party ?? ''],
      ['收到时间', `${secondSaid(receipt.at)}（北京时间，平台时钟）`],
      ['投标截止时间', deadline === undefined ? '' : secondSaid(deadline)],
      ['是否按时', inTime ? '在投标截止时间前收到' : ''],
      ['投标文件承诺值', receipt.commitment],
    ),
    ...list([
      '开标前任何人不能读取投标文件内容，平台不公布投标人名单和数量。',
      '投标截止时间前可以修改或者撤回；每次修改另出回执，以最后一次为准。',
      '开标后请在开标记录中核对承诺值，与本回执逐字一致，即为贵单位递交的原件。',
    ]),
    note('请妥善保存本回执。'),
  ]
}
