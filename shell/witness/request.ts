// SPDX-License-Identifier: Apache-2.0
/** The body of add-checkpoint (C2SP tlog-witness): old size, proof, and the note as it came. */

import { findBase64 } from '@gongxin/trust/log'
import type { WitnessRequest } from '@gongxin/trust/witness'

export type Shown = Omit<WitnessRequest, 'entries'>

const mostProofLines = 63

/** Nothing where the form is another. */
export function findShown(body: Uint8Array): Shown | undefined {
  const blank = Buffer.from(body).indexOf('\n\n')
  if (blank < 0) return undefined
  const head = Buffer.from(body.subarray(0, blank)).toString('latin1')
  const [first = '', ...lines] = head.split('\n')
  const [, size] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? []
  if (size === undefined || lines.length > mostProofLines) return undefined
  const proof = lines.map(findBase64).filter((hash) => hash?.length === 32)
  if (proof.length !== lines.length) return undefined
  const known = proof.filter((hash) => hash !== undefined)
  return { oldSize: Number(size), proof: known, note: body.slice(blank + 2) }
}
