// SPDX-License-Identifier: Apache-2.0
/** Hex of our own events back to bytes. */

import { findBytes } from '@gongxin/trust/canonical'
import { certain } from '../../kernel/index.ts'

/** Breaks on anything else, so only for text whose shape was checked. */
export function bytesOf(text: string): Uint8Array {
  return certain(findBytes(text), 'the shape lets only hex through')
}
