// SPDX-License-Identifier: Apache-2.0
/** The hall's live line: each event says look again; where it breaks, looking every two seconds. */

import { routes } from '@gongxin/shell/http/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addressOf } from '../../app/index.ts'

const pollMs = 2000

/** True while the live line stands. */
export function useLive(tender: string): boolean {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    const look = () => void queries.invalidateQueries({ queryKey: ['tender', tender] })
    const source = new EventSource(`${addressOf(routes.tender, { params: { tender } })}/live`)
    source.addEventListener('open', () => setLive(true))
    source.addEventListener('line', look)
    // The browser comes back by itself; meanwhile the page asks.
    source.addEventListener('error', () => setLive(false))
    return () => source.close()
  }, [queries, tender])
  useEffect(() => {
    if (live) return undefined
    const look = () => void queries.invalidateQueries({ queryKey: ['tender', tender] })
    const timer = setInterval(look, pollMs)
    return () => clearInterval(timer)
  }, [live, queries, tender])
  return live
}
