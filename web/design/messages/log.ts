// SPDX-License-Identifier: Apache-2.0
/** Sentences on the public log and its witnesses. */

import { words } from '@gongxin/core/kernel'

export const logMessages = {
  navLog: words('公信日志', 'Public log'),
  logTitle: words('公信日志', 'Public log'),
  logLead: words(
    '所有项目的公开留痕按先后编入同一本日志，只增不改；几家互不隶属的单位各存一份，逐条核对后会签。',
    'Every public entry of every project goes into one log that only grows; witnesses keep copies.',
  ),
  logWhy: words(
    '改动、删除或者插入任何一条，日志的总指纹都会变，与见证单位会签过的对不上。',
    'Whoever changes, drops or inserts an entry changes the root, and it no longer fits what was signed.',
  ),
  logRecorded: words('已记录', 'Recorded'),
  logAttested: words('已公证', 'Attested'),
  logEntries: words('条目', 'Entries'),
  logSize: words('{count}条', '{count} entries'),
  logRecordedWhat: words(
    '已编号入库并由平台签名，还没有经过见证单位会签的部分不算已公证。',
    'Numbered, stored and signed by the platform; not attested until the witnesses have signed.',
  ),
  logAttestedWhat: words(
    '{expected}家见证单位中至少{quorum}家核对并会签。',
    'Checked and signed by at least {quorum} of {expected} witnesses.',
  ),
  logNotYet: words('还没有', 'not yet'),
  logNobody: words(
    '尚未接入见证单位，所有条目只是已记录，还没有公证。',
    'No witness is connected: everything is recorded, and nothing is attested.',
  ),
  logRoot: words('总指纹（SM3）', 'Root (SM3)'),
  logEmpty: words('日志里还没有条目。', 'The log is empty.'),
  logWitnesses: words('见证单位', 'Witnesses'),
  logWitness: words('单位', 'Witness'),
  logSeen: words('会签到第几条', 'Signed up to'),
  logSeenAt: words('会签时间', 'Signed at'),
  logLatest: words('最新条目', 'Newest entries'),
  logNumber: words('编号', 'No.'),
  logState: words('状态', 'State'),
  logSealed: words('（密封留痕，截止后编入）', '(sealed until the deadline)'),
  logSealedWhat: words(
    '投标截止前，密封的留痕不编入日志；截止后整串编入，不含投标人名称。',
    'Sealed entries stay outside until the deadline; then they enter whole and without a name.',
  ),
  logSelf: words('自己核对', 'Check it yourself'),
  logSelfHow: words(
    '下列文件按C2SP格式公开，任何人可以下载、重算、比对。',
    'These files follow C2SP; anybody can take them, compute again and compare.',
  ),
  logCheckpoint: words('已会签的检查点', 'Signed checkpoint'),
  logPolicy: words('签名公钥与会签规则', 'Keys and quorum'),
  logUnknown: words('其他事项', 'another event'),
} as const
