// SPDX-License-Identifier: Apache-2.0
/** Unpacks a bundle and asks it all questions, pausing between them so that the page can show each. */

import {
  type Files,
  type StepLine,
  type Verification,
  verifyBundle,
  withinLimits,
} from '@gongxin/core/trading/proof'
import { unzipSync } from 'fflate'

export interface Checking {
  readonly pinned?: string
  readonly onStep: (line: StepLine) => void
}

export interface Outcome extends Verification {
  readonly seconds: number
}

/** Null where the file is no bundle. */
export async function checkBundle(bytes: Uint8Array, how: Checking): Promise<Outcome | null> {
  const files = unpacked(bytes)
  if (files === null) return null
  const began = performance.now()
  const verification = await verifyBundle(files, {
    ...(how.pinned === undefined ? {} : { pinned: how.pinned }),
    onStep: async (line) => {
      how.onStep(line)
      await new Promise((resolve) => setTimeout(resolve))
    },
  })
  return { ...verification, seconds: Math.round((performance.now() - began) / 10) / 100 }
}

function unpacked(bytes: Uint8Array): Files | null {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: withinLimits() })))
  } catch {
    return null
  }
}
