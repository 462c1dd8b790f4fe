// SPDX-License-Identifier: Apache-2.0
/** For tests only: time stamps of another moment, or of something else. */

import { findBytes } from '@gongxin/trust/canonical'
import { entryOf } from '@gongxin/trust/event'
import { certain, moment } from '../../kernel/index.ts'
import { stampedAt } from '../certifying.ts'
import type { Tale } from './tale.ts'

/** The stamp of the first entry of this kind, as an honest authority gave it at another moment. */
export function restamped(tale: Tale, type: string, at: string): Tale {
  const lines = [...tale.chains.flat(), ...tale.tender]
  const line = certain(
    lines.find(({ envelope }) => envelope.type === type),
    type,
  )
  const { hash } = entryOf(line.envelope)
  const token = stampedAt(moment(at), certain(findBytes(hash), 'hex'))
  return { ...tale, stamps: new Map([...tale.stamps, [hash, token]]) }
}

/** Two bids with each other's stamps. */
export function swappedStamps(tale: Tale): Tale {
  const [one, other, ...rest] = [...tale.stamps]
  const [a, b] = [certain(one, 'a stamp'), certain(other, 'another')]
  return { ...tale, stamps: new Map([[a[0], b[1]], [b[0], a[1]], ...rest]) }
}
