// SPDX-License-Identifier: Apache-2.0
/** Deciders of 书面报告, 合同, 归档 and 重新招标: how a trade ends. */

import {
  addDays,
  blocking,
  dayOf,
  fen,
  fileRef,
  happened,
  id,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import {
  maxPerformanceDepositFen,
  smallFirmPaymentTerm,
  writtenReportTime,
} from '../../../law/index.ts'
import { depositForms } from '../bid.ts'
import { procedureOf } from '../decide.ts'
import { paperFault } from '../deposit-paper.ts'
import { paymentTerms } from '../events/performance.ts'
import { event, type TenderEvent } from '../events.ts'
import { missingForArchive } from '../performing.ts'
import { needTitles } from '../refusals/performance.ts'
import { stepFinding } from '../rules/index.ts'
import { act, finding } from './act.ts'
import { candidatesOf } from './award.ts'

/** T36 书面报告: within fifteen days of the decision, to the authority. */
export const fileWrittenReport = act(
  'file-written-report',
  words('提交书面报告', 'File the written report'),
  z.strictObject({ summary: text(2000) }),
  (asked) => {
    const { body, state, at } = asked
    if (state.award === null) return refused('no-award')
    if (state.writtenReport !== null) return refused('already-filed')
    const timely = finding(asked, writtenReportTime, {
      compulsory: state.project?.compulsory === true,
      decidedOn: dayOf(state.award.at),
      noticeOn: state.awardNotice && dayOf(state.awardNotice.at),
      filedOn: dayOf(at.now),
    })
    const receipt = `报${dayOf(at.now).replaceAll('-', '')}`
    return happened([event('WrittenReportFiled', at.now, { ...body, receipt })], [timely])
  },
)

/** T37 履约保证金: of the winner, not more than a tenth of the price, and as its issuer confirms. */
export const recordPerformanceDeposit = act(
  'record-performance-deposit',
  words('提交履约保证金', 'Hand in the performance deposit'),
  z.strictObject({ form: z.enum(depositForms), number: id, amountFen: fen }),
  ({ body, state, actor, at }) => {
    const notice = state.awardNotice
    if (notice?.winner.party !== actor.party) return refused('not-the-winner')
    const most = maxPerformanceDepositFen(notice.priceFen)
    if (body.amountFen > most) return refused('performance-deposit-too-high', { mostFen: most })
    if (state.performance !== null) return refused('performance-deposit-already-in')
    const rate = state.notice?.terms.performanceDepositRate ?? 0
    const least = maxPerformanceDepositFen(notice.priceFen, rate)
    if (body.amountFen < least) {
      return refused('performance-deposit-too-low', { leastFen: least })
    }
    const { number, form, amountFen } = body
    const { paper } = at.facts
    const fault = paperFault(paper, {
      ...{ form, amountFen, applicant: actor.party },
      beneficiary: state.project?.owner.party,
      validUntil: addDays(dayOf(at.now), notice.durationDays),
    })
    if (fault !== undefined) return fault
    const confirmed = { issuer: paper?.issuer ?? '', validUntil: paper?.validUntil ?? null }
    const { winner } = notice
    return happened([
      event('PerformanceDepositReceived', at.now, { form, amountFen }),
      event('PerformanceDepositConfirmed', at.now, {
        ...{ winner, form, number, amountFen },
        ...confirmed,
      }),
    ])
  },
)

/** T38 签合同, first half: the owner signs what notice and bid already fix. */
export const signContract = act(
  'sign-contract',
  words('签署合同', 'Sign the contract'),
  z.strictObject({
    priceFen: fen,
    durationDays: z.int(),
    quality: line(200),
    files: z.array(fileRef).max(20),
    payment: paymentTerms.optional(),
  }),
  (asked) => {
    const { body, state, at } = asked
    const notice = state.awardNotice
    if (notice === null) return refused('no-award')
    if (state.offer !== null) return refused('already-signed')
    const { priceFen, durationDays, quality } = notice
    const same =
      body.priceFen === priceFen && body.durationDays === durationDays && body.quality === quality
    if (!same) return refused('contract-differs', { priceFen, durationDays, quality })
    const rate = state.notice?.terms.performanceDepositRate ?? 0
    if (rate > 0 && state.performance === null) return refused('performance-deposit-missing')
    const days = body.payment?.smallFirm === true ? body.payment.days : null
    const terms = days === null ? [] : [finding(asked, smallFirmPaymentTerm, { agreedDays: days })]
    if (blocking(terms).length > 0) return refused('payment-term-too-long', {}, terms)
    const offered = event('ContractOffered', at.now, { ...body, winner: notice.winner })
    return happened([offered], terms)
  },
)

/** Second half: the winner signs; from this day the refunds are due. */
export const countersignContract = act(
  'countersign-contract',
  words('会签合同', 'Countersign the contract'),
  z.strictObject({}),
  (asked) => {
    const { state, actor, at } = asked
    const { awardNotice, offer } = state
    if (awardNotice?.winner.party !== actor.party) return refused('not-the-winner')
    if (offer === null) return refused('contract-not-offered')
    const { priceFen, durationDays, quality, payment } = offer
    const agreed = {
      priceFen,
      durationDays,
      quality,
      ...(payment === undefined ? {} : { payment }),
    }
    const signedOn = dayOf(at.now)
    const { signing } = procedureOf(state).rules
    const timely = stepFinding(asked, signing, { since: dayOf(awardNotice.at), done: signedOn })
    const { winner } = awardNotice
    return happened([event('ContractSigned', at.now, { winner, ...agreed, signedOn })], [timely])
  },
)

/** T43 取消中标: the deposit is kept, and the next candidate or a new tender follows. */
export const cancelAward = act(
  'cancel-award',
  words('取消中标资格', 'Cancel the award'),
  z.strictObject({
    cause: z.enum(['refused-contract', 'no-performance-deposit', 'added-conditions', 'unfit']),
    reason: text(1000),
    next: z.enum(['next-candidate', 'retender']),
  }),
  ({ body, state, at }) => {
    const winner = state.awardNotice?.winner
    if (winner === undefined) return refused('no-award')
    const others = candidatesOf(state).filter((c) => c.bidder.party !== winner.party)
    if (body.next === 'next-candidate' && others.length === 0) return refused('no-candidates')
    const deposit = state.deposits.find((d) => d.bidder.party === winner.party)
    const atFault = body.cause !== 'unfit'
    const forfeited =
      deposit !== undefined && atFault
        ? [
            event('DepositForfeited', at.now, {
              bidder: winner,
              amountFen: deposit.amountFen,
              ground: body.cause,
              reason: body.reason.slice(0, 500),
            }),
          ]
        : []
    const cancelled = event('AwardCancelled', at.now, { winner, ...body })
    const failed = event('TenderFailed', at.now, {
      because: 'no-candidate-left',
      explanation: body.reason,
    })
    const events: readonly TenderEvent[] = [...forfeited, cancelled]
    return happened(body.next === 'retender' ? [...events, failed] : events)
  },
)

/** T40 归档: what the line of trade asks for must be there. */
export const archive = act(
  'archive',
  words('归档', 'Archive'),
  z.strictObject({ retention: z.enum(['permanent', '30-years']) }),
  ({ body, state, at }) => {
    const missing = missingForArchive(state).map((need) => needTitles[need])
    if (missing.length > 0) return refused('archive-incomplete', { missing: missing.join('、') })
    const items = [
      '招标公告',
      '招标文件及澄清',
      '投标文件',
      '开标记录',
      '抽取记录',
      '签到与承诺',
      '评分表',
      '评标报告',
      '中标候选人公示',
      '中标通知书',
      '合同',
      '保证金流水',
    ]
    return happened([event('Archived', at.now, { ...body, items })])
  },
)

/** A new round is a new tender that names this one; clocks start again, money is not carried. */
export const retender = act(
  'retender',
  words('重新招标', 'Tender again'),
  z.strictObject({ next: id }),
  ({ body, state, at }) => {
    if (state.next !== null) return refused('already-tendered-again')
    return happened([event('RetenderOpened', at.now, body)])
  },
)

export const contractActs = [
  fileWrittenReport,
  recordPerformanceDeposit,
  signContract,
  countersignContract,
  cancelAward,
  archive,
  retender,
]
