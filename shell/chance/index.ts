// SPDX-License-Identifier: Apache-2.0
/** Random bytes of the machine in small pieces: it is asked for a page, not for each piece. */

import { randomBytes, randomFillSync } from 'node:crypto'

const page = Buffer.alloc(8_192)
let used = page.length

/** As good as the machine's own; a piece is given out once and leaves nothing behind. */
export function freshBytes(size: number): Buffer {
  if (size > page.length) return randomBytes(size)
  if (used + size > page.length) {
    randomFillSync(page)
    used = 0
  }
  const piece = Buffer.from(page.subarray(used, used + size))
  page.fill(0, used, used + size)
  used += size
  return piece
}
