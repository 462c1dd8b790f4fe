// SPDX-License-Identifier: Apache-2.0
/** The expert library of the autonomous region, asked over HTTP. */

import { z } from '@gongxin/core/kernel'
import { eventShapes } from '@gongxin/core/trading/tender'
import type { ExpertLibrary } from '../tenders/index.ts'
import { ask, type Patience } from './request.ts'

export interface LibraryConnection {
  readonly url: string
  readonly patience?: Patience
}

/** What the library hands over is what a frozen pool holds, and nothing more. */
const pool = eventShapes.PoolFrozen.shape.shape.experts
const called = z.object({ answer: z.enum(['accepted', 'declined', 'no-answer', 'unavailable']) })

/** How long an expert is asked to be free for. */
const usualMinutes = 240

export function libraryOverHttp({ url, patience }: LibraryConnection): ExpertLibrary {
  const whom = 'expert library'
  return {
    async eligible(specialties, on) {
      const address = new URL('/eligible', url)
      for (const code of specialties) address.searchParams.append('specialty', code)
      address.searchParams.set('on', on)
      return ask({ whom, url: address, shape: pool, patience })
    },
    async call(expert, { at, place }) {
      const body = { expert, at, place, minutes: usualMinutes }
      const asked = { whom, url: new URL('/calls', url), body, patience }
      return (await ask({ ...asked, shape: called })).answer
    },
  }
}
