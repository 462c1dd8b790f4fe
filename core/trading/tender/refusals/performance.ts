// SPDX-License-Identifier: Apache-2.0
/** Refusals of 履约: contract, changes, acceptance, invoices, payments, and papers of deposits. */

import { because } from './words.ts'

export const performanceRefusals = {
  'no-contract': because(
    '合同尚未订立。',
    'There is no contract yet.',
    '请在合同订立后办理。',
    'Come back once it is signed.',
  ),
  'not-the-contractor': because(
    '只有合同双方可以办理这项操作。',
    'Only the two sides of the contract may do this.',
    '请核对登录身份。',
    'Check the organisation you signed in for.',
  ),
  'contract-already-published': because(
    '合同已经公告。',
    'The contract is published already.',
    '有变更的，请公告合同变更。',
    'Publish a change where there is one.',
  ),
  'contract-already-filed': because(
    '合同已经备案。',
    'The contract is filed already.',
    '无需重复备案。',
    'Nothing more to file.',
  ),
  'number-taken': because(
    '编号{id}已经使用。',
    'The number {id} is taken.',
    '请换一个编号。',
    'Choose another number.',
  ),
  'day-outside-contract': because(
    '{on}不在合同订立（{signedOn}）到今天之间。',
    '{on} is not between the signing ({signedOn}) and today.',
    '请填写实际发生的日期。',
    'Give the day on which it happened.',
  ),
  'change-waits': because(
    '还有一项合同变更等待答复。',
    'Another change waits for its answer.',
    '请先由承包方（供应商）答复。',
    'The contractor answers it first.',
  ),
  'no-supplement-here': because(
    '本项目的合同不适用追加采购。',
    'This line of trade knows no supplements.',
    '请按合同变更的事由办理。',
    'Propose an amendment with its ground.',
  ),
  'supplement-adds-nothing': because(
    '追加的金额应当大于零。',
    'A supplement adds an amount.',
    '不增加金额的请选择变更。',
    'Propose an amendment instead.',
  ),
  'supplement-of-another-object': because(
    '补充合同应当与原合同标的相同、其他条款不变。',
    'A supplement is of the same object, with all other terms unchanged.',
    '不同的标的应当另行采购。',
    'Procure another object on its own.',
  ),
  'supplement-over-cap': because(
    '追加金额合计超过上限。',
    'All supplements together exceed the cap.',
    '请减少金额，或者另行采购。',
    'Lower the amount or procure anew.',
  ),
  'ground-of-supplement': because(
    '追加采购请选择补充合同。',
    'Adding of the same object is a supplement.',
    '请改选补充合同，或者改选变更事由。',
    'Choose a supplement, or another ground.',
  ),
  'substance-changed': because(
    '没有可以变更合同实质性内容的事由。',
    'There is no ground to change what was awarded.',
    '按中标结果和合同履行；确有事由的，写明并附依据。',
    'Perform as awarded, or give a lawful ground with its proof.',
  ),
  'change-below-nothing': because(
    '减少的金额超过合同价。',
    'More is taken off than the contract is worth.',
    '请核对金额。',
    'Check the amount.',
  ),
  'no-such-change': because(
    '没有可以办理的合同变更{id}。',
    'There is no change {id} to act on.',
    '请核对编号和答复情况。',
    'Check the number and its answer.',
  ),
  'change-already-published': because(
    '这项变更已经公告。',
    'This change is published already.',
    '无需重复公告。',
    'Nothing more to publish.',
  ),
  'already-accepted': because(
    '履约验收已经合格。',
    'The performance has been accepted already.',
    '无需再次验收。',
    'Nothing more to accept.',
  ),
  'unmet-clauses': because(
    '有{unmet}项不符合合同，不能定为合格。',
    '{unmet} clauses are unmet, so it cannot pass.',
    '请定为整改或者不合格。',
    'Ask for rectification, or fail it.',
  ),
  'nothing-unmet': because(
    '没有不符合的项目，不能定为整改或者不合格。',
    'Nothing is unmet, so it can only pass.',
    '请写明哪一项不符合。',
    'Say which clause is unmet.',
  ),
  'rectification-day-missing': because(
    '整改应当写明期限，其他结论不写。',
    'Rectification has a day, and no other outcome has one.',
    '请填写或者删去整改期限。',
    'Add the day or take it away.',
  ),
  'rectification-day-past': because(
    '整改期限{until}已经过去。',
    'The day {until} is not to come.',
    '请填写今天以后的日期。',
    'Give a day after today.',
  ),
  'served-missing': because(
    '公共服务的验收应当有服务对象参加。',
    'Those served take part in the acceptance of a public service.',
    '请邀请服务对象参加并记录意见。',
    'Invite them and record what they say.',
  ),
  'no-such-milestone': because(
    '没有采购人（招标人）登记的履约记录{id}。',
    'The owner has recorded no performance {id}.',
    '请先登记，或者不填履约记录。',
    'Record it first, or leave it out.',
  ),
  'invoice-already-in': because(
    '发票{number}已经登记。',
    'The invoice {number} is in already.',
    '无需重复登记。',
    'Nothing more to record.',
  ),
  'invoice-over-contract': because(
    '发票超过合同价，最多还可以开{leftFen}分。',
    'Only {leftFen} fen of the contract are left to bill.',
    '请核对金额，有变更的先办理变更。',
    'Check the amount, or agree on a change first.',
  ),
  'no-such-invoice': because(
    '没有发票{id}。',
    'There is no invoice {id}.',
    '请先登记发票。',
    'Record it first.',
  ),
  'payment-over-invoice': because(
    '付款超过发票未付的{leftFen}分。',
    'Only {leftFen} fen of the invoice are unpaid.',
    '请核对金额。',
    'Check the amount.',
  ),
  'payment-term-too-long': because(
    '向中小企业付款的期限过长。',
    'The term of payment to a small firm is too long.',
    '请把付款期限改在六十日以内。',
    'Agree on sixty days at most.',
  ),
  'no-performance-deposit': because(
    '没有可以办理的履约保证金。',
    'There is no performance deposit to act on.',
    '请核对提交和退还情况。',
    'See whether it was handed in or returned.',
  ),
  'claim-over-deposit': because(
    '索赔超过履约保证金余额{leftFen}分。',
    'Only {leftFen} fen of the deposit are left.',
    '超过部分依法另行请求赔偿。',
    'Claim the rest as damages.',
  ),
  'performance-deposit-returned': because(
    '履约保证金已经退还。',
    'The performance deposit was returned already.',
    '无需重复退还。',
    'Nothing more to return.',
  ),
  'return-before-acceptance': because(
    '验收尚未合格，提前退还应当写明理由。',
    'It is not accepted yet, so an early return needs a reason.',
    '请写明理由，或者在验收合格后退还。',
    'Give the reason, or return it after acceptance.',
  ),
  'nothing-to-settle': because(
    '没有等待收付的履约保证金。',
    'No claim or return waits to be settled.',
    '无需办理。',
    'Nothing to do.',
  ),
  'archive-incomplete': because(
    '归档材料不齐，还缺：{missing}。',
    'The archive is not whole; missing: {missing}.',
    '请补齐后归档。',
    'Complete it first.',
  ),
  'deposit-not-confirmed': because(
    '开立机构没有确认这份保函、保单或者凭证。',
    'The issuer does not confirm this paper.',
    '请核对号码和形式，或者换一份。',
    'Check its number and form, or hand in another.',
  ),
  'deposit-not-in-force': because(
    '这份保函、保单或者凭证已经索赔或者解除。',
    'This paper has been called upon or released.',
    '请换一份有效的。',
    'Hand in another that is in force.',
  ),
  'deposit-of-another': because(
    '申请人（{applicant}）或者受益人（{beneficiary}）与本项目不符。',
    'Applicant ({applicant}) or beneficiary ({beneficiary}) is another.',
    '申请人应当是投标人，受益人应当是招标人。',
    'The bidder applies for it, the owner is its beneficiary.',
  ),
  'deposit-paper-too-low': because(
    '开立机构确认的金额{confirmedFen}分，低于要求的{askedFen}分。',
    'Confirmed are {confirmedFen} fen, asked {askedFen}.',
    '请补足金额。',
    'Have it issued for the full amount.',
  ),
  'deposit-paper-too-short': because(
    '有效期到{confirmed}，应当不早于{asked}。',
    'It is valid until {confirmed}, asked is {asked}.',
    '请延长有效期后再提交。',
    'Have it extended first.',
  ),
}

/** What an archive lacks, as the refusal names it. */
export const needTitles = {
  'written-report': '书面报告',
  'contract-publication': '合同公告',
  'contract-filing': '合同备案',
  'change-publication': '合同变更公告',
  acceptance: '履约验收',
  payment: '付款',
  'performance-deposit': '履约保证金',
} as const
