// SPDX-License-Identifier: Apache-2.0
/** The server's time, carried on by this machine's own ticking between two looks. */

import { type Instant, instantOfEpoch } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from './api.ts'

export interface Measured {
  /** Server time minus this machine's, in milliseconds, demo offset included. */
  readonly aheadMs: number
  /** The same without the demo offset: how wrong this machine's own clock is. */
  readonly skewMs: number
  readonly offsetMs: number
  readonly demo: boolean
}

export const clockKey = ['clock'] as const

export function useMeasuredClock() {
  return useQuery({
    queryKey: clockKey,
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<Measured> => {
      const before = Date.now()
      const clock = await call(routes.clock, { signal })
      return measure({ before, after: Date.now(), ...clock })
    },
  })
}

/** The answer is taken to have been made halfway between question and receipt. */
export function measure(look: {
  readonly before: number
  readonly after: number
  readonly now: string
  readonly offsetMs: number
  readonly mode: 'demo' | 'production'
}): Measured {
  const aheadMs = Date.parse(look.now) - (look.before + look.after) / 2
  const { offsetMs } = look
  return { aheadMs, skewMs: aheadMs - offsetMs, offsetMs, demo: look.mode === 'demo' }
}

/** The server's now, once a second; the machine's own until the first look. */
export function useNow(): Instant {
  const aheadMs = useMeasuredClock().data?.aheadMs ?? 0
  const [ownMs, setOwnMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setOwnMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return instantOfEpoch(Math.round(ownMs + aheadMs))
}
