// SPDX-License-Identifier: Apache-2.0
/** Acts that cannot be undone say in one sentence what they bring about. */

import type { Words } from '@gongxin/core/kernel'
import { messages } from '../messages.ts'

const consequences: Readonly<Record<string, Words>> = {
  terminate: messages.consequenceTerminate,
  'withdraw-bid': messages.consequenceWithdraw,
  'cancel-award': messages.consequenceCancel,
}

export function consequenceOf(act: string, t: (words: Words) => string): string | undefined {
  const words = consequences[act]
  return words === undefined ? undefined : t(words)
}
