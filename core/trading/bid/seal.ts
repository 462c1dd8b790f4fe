// SPDX-License-Identifier: Apache-2.0
/** 密封的投标文件不能接收的理由: what is wrong with it, by the codes of SBID/1. */

import { type Refused, refused } from '../../kernel/index.ts'

const faults = {
  MANIFEST_FORM: ['清单的格式不对或者被改动', 'the manifest is damaged'],
  COMMIT_MISMATCH: ['清单与承诺摘要不符', 'the manifest differs from its commitment'],
  CONTEXT_MISMATCH: [
    '它属于别的项目、别的版本或者别的递交凭据',
    'it belongs to another tender or version',
  ],
  DEAL_INVALID: ['密钥份额保管人打不开它', 'the holders could not open it'],
  PARTS_MISSING: ['缺少开标一览表或者投标内容', 'the opening form or the content is missing'],
  TICKET_SIG: ['递交凭据的签名不对', 'the signature of the ticket fails'],
  FILE_FORM: ['上传的不是密封文件', 'the upload is no sealed file'],
  PART_ROOT: ['上传的密封文件与清单不符', 'the sealed file differs from the manifest'],
  STREAM_TRUNCATED: ['密封文件不完整或者有多余内容', 'the sealed file is cut or too long'],
} as const
export type SealFault = keyof typeof faults

/** Nothing of such a bid is kept; one handed in before still stands. */
export function refuseSeal(fault: SealFault): Refused {
  const [what, whatEn] = faults[fault]
  return refused('seal-faulty', { fault, what, whatEn })
}

/** A bid that was never there has no ticket that could sign its withdrawal. */
export function refuseNothingSubmitted(): Refused {
  return refused('nothing-submitted')
}
