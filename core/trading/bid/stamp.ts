// SPDX-License-Identifier: Apache-2.0
/** 回执的时间戳: what an authority outside the platform says of when a bid was there. */

import { findBytes } from '@gongxin/trust/canonical'
import { verifyTimestamp } from '@gongxin/trust/cms'
import type { Accredited } from './accredited.ts'

/** A token over the hash of an entry, both in hex. */
export interface ReceiptStamp {
  readonly entry: string
  readonly token: string
}

/** The moment stamped; null where the token does not hold under an authority of the list. */
export function stampedMoment(
  { entry, token }: ReceiptStamp,
  { stamping }: Pick<Accredited, 'stamping'>,
): string | null {
  const [hash, bytes] = [findBytes(entry), findBytes(token)]
  if (hash === undefined || bytes === undefined) return null
  const roots = stamping.map(({ certificate }) => certificate)
  const verdict = verifyTimestamp(bytes, hash, { roots })
  return verdict.ok ? verdict.info.at : null
}
