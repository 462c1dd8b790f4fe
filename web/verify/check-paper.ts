// SPDX-License-Identifier: Apache-2.0
/** Asks a printed paper and the signature beside it, with a list of authorities as it lies in bundles. */

import { findAccredited } from '@gongxin/core/trading/bid'
import { type PaperAnswer, verifyPaper } from '@gongxin/core/trading/proof'

export interface PaperFiles {
  readonly paper: Uint8Array
  readonly signature: Uint8Array
  /** `accredited.json` */
  readonly list: string
}

/** Null where the list is none: then nobody could say whose certificates count. */
export function checkPaper(
  { paper, signature, list }: PaperFiles,
  now: string,
): PaperAnswer | null {
  const accredited = findAccredited(list)
  return accredited === undefined ? null : verifyPaper({ paper, signature, accredited, now })
}
