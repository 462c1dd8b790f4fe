// SPDX-License-Identifier: Apache-2.0
/** The hour of the demo, as its platform tells it: neighbours of a demo live in the same time. */

import { type Instant, instantOfEpoch, isInstant } from '@gongxin/core/kernel'
import { clockView, routes } from '@gongxin/shell/http/contract'

const patienceMs = 10_000

/** The machine's hour where there is no platform, or it does not answer. */
export function hourOf(platform: string | undefined): () => Promise<Instant> {
  return async () => {
    const here = instantOfEpoch(Date.now())
    if (platform === undefined) return here
    try {
      const response = await fetch(new URL(routes.clock.path, platform), {
        signal: AbortSignal.timeout(patienceMs),
      })
      const { now } = clockView.parse(await response.json())
      return isInstant(now) ? now : here
    } catch {
      return here
    }
  }
}
