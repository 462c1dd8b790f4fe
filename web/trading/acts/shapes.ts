// SPDX-License-Identifier: Apache-2.0
/** The shape and title of an act by name; a bid is asked for as content, which is then sealed. */

import { type Words, type z, z as zod } from '@gongxin/core/kernel'
import { findBidAct } from '@gongxin/core/trading/bid'
import { bidContent, findAct } from '@gongxin/core/trading/tender'

export const sealedBody = zod.strictObject({ content: bidContent })

export interface KnownAct {
  readonly title: Words
  readonly shape: z.ZodType
}

export function findKnownAct(name: string): KnownAct | undefined {
  const found = findAct(name) ?? findBidAct(name)
  if (found === undefined) return undefined
  const sealed = name === 'submit-bid' || name === 'replace-bid'
  return { title: found.title, shape: sealed ? sealedBody : found.shape }
}
