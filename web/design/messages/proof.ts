// SPDX-License-Identifier: Apache-2.0
/** Sentences on the trail and on what it proves. */

import { words } from '@gongxin/core/kernel'

export const proofMessages = {
  vaultTitle: words('标箱揭示', 'The vault, shown'),
  vaultText: words(
    '截止前，每份投标的承诺都放在大小固定的标箱里，只公布看不出份数的摘要。截止后标箱全部公开。',
    'Before the deadline each bid was committed in a vault of fixed size; now all of it is shown.',
  ),
  vaultChecked: words(
    '✓ 已核对：与截止时刻的时刻根一致',
    '✓ Checked: it comes to the root of the deadline',
  ),
  vaultFails: words('■ 核对未通过（{fault}）', '■ The check fails ({fault})'),
  vaultTick: words('截止时刻', 'Last tick'),
  vaultSlots: words('已用标位', 'Slots in use'),
  vaultSlotsOf: words('{capacity}个标位中的{used}个', '{used} of {capacity}'),
  vaultLive: words('有效投标', 'Live bids'),
  vaultRoot: words('时刻根', 'Root of the tick'),
  vaultHelp: words(
    '一个标位对应一个递交凭据，撤回的投标仍占标位。空标位由种子算出，藏不住真投标。',
    'A slot is a ticket; a bid taken back keeps it. Empty slots follow from the seed.',
  ),
  proofTitle: words('核验本项目', 'Check this project'),
  proofText: words(
    '每一步都写入一条记录，记录里有上一条的指纹，改动、删除或者插入任何一条，后面的指纹就对不上。',
    'Each step is an entry that holds the fingerprint of the one before; a change breaks the rest.',
  ),
  proofLimits: words(
    '留存过旧指纹的人，一算就知道记录有没有被改过。它不证明记录里的话都是真的。',
    'Whoever kept an old fingerprint sees a change at once. It does not prove what was said true.',
  ),
  proofHead: words('最新指纹', 'Latest fingerprint'),
  proofCount: words(
    '共{count}条记录，其中{withheld}条内容不公开',
    '{count} entries, {withheld} withheld',
  ),
  proofJson: words('取走全部留痕数据（JSON）', 'Take the whole trail (JSON)'),
  proofInLog: words(
    '最新一条在公信日志里的证明（JSON，公证后可取）',
    'Proof that the latest entry is in the public log (JSON, once attested)',
  ),
  proofHow: words(
    '指纹用国密SM3计算，算法公开，任何人可以在自己的电脑上重算。',
    'Fingerprints are SM3; the method is public and anybody can compute them again.',
  ),
  trailTitle: words('公开留痕', 'Public trail'),
  trailSeq: words('序号', 'No.'),
  trailTime: words('时间', 'Time'),
  trailAct: words('事项', 'What happened'),
  trailRole: words('谁', 'Who'),
  trailHash: words('指纹', 'Fingerprint'),
  trailContent: words('内容', 'Content'),
  trailPublic: words('公开', 'public'),
  trailWithheld: words('不公开', 'withheld'),
  trailWithheldBecause: words('不公开：{why}', 'withheld: {why}'),
  trailWithheldUntil: words('不公开：到“{stage}”阶段公开', 'withheld until “{stage}”'),
  withheldContent: words(
    '投标文件属商业秘密（招标投标法第44条）',
    'bids hold trade secrets (art. 44)',
  ),
  withheldCommittee: words(
    '评标情况依法保密（招标投标法第44条）',
    'evaluation is secret (art. 44)',
  ),
  withheldParty: words('涉及当事人，只告知本人', 'told to the party concerned only'),
  trailUnknown: words('其他事项', 'another event'),
} as const
