// SPDX-License-Identifier: Apache-2.0
/** Questions about tenders that several pages ask. */

import { isInstant } from '@gongxin/core/kernel'
import type { TenderState } from '@gongxin/core/trading/tender'
import { routes } from '@gongxin/shell/http/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from './api.ts'

export interface TenderQuery {
  readonly mine?: '1' | undefined
  readonly q?: string | undefined
  readonly phase?: string | undefined
  readonly kind?: string | undefined
  readonly district?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export function useTenders(query: TenderQuery) {
  return useQuery({
    queryKey: ['tenders', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(routes.tenders, { query: stripped(query), signal }),
  })
}

function stripped(query: TenderQuery) {
  const { mine, q, phase, kind, district, cursor, limit } = query
  return {
    ...(mine === undefined ? {} : { mine }),
    ...(q === undefined || q === '' ? {} : { q }),
    ...(phase === undefined ? {} : { phase }),
    ...(kind === undefined ? {} : { kind }),
    ...(district === undefined ? {} : { district }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(limit === undefined ? {} : { limit }),
  }
}

export const tenderKey = (tender: string) => ['tender', tender] as const

export function useTender(tender: string, everyMs: number | false = 15_000) {
  return useQuery({
    queryKey: tenderKey(tender),
    enabled: tender !== '',
    refetchInterval: everyMs,
    queryFn: async ({ signal }) => {
      const view = await call(routes.tender, { params: { tender }, signal })
      return { ...view, state: stateOf(view.state) }
    },
  })
}

export type TenderSeen = NonNullable<ReturnType<typeof useTender>['data']>

export function useTrail(tender: string, everyMs = 15_000) {
  return useQuery({
    queryKey: ['tender', tender, 'trail'],
    refetchInterval: everyMs,
    queryFn: ({ signal }) => call(routes.trail, { params: { tender }, query: {}, signal }),
  })
}

export function useOwnBid(tender: string, enabled: boolean) {
  return useQuery({
    queryKey: ['tender', tender, 'own-bid'],
    enabled,
    queryFn: ({ signal }) => call(routes.ownBid, { params: { tender }, signal }),
  })
}

/** The server folds the state with core's own evolve, so its shape is core's. */
function stateOf(state: object): TenderState {
  if (isTenderState(state)) return state
  throw new Error('the interface answered something that is no tender')
}

function isTenderState(state: object): state is TenderState {
  return 'version' in state && 'phase' in state && 'bids' in state && 'notice' in state
}

/** The deadline now in force, or null before publication. */
export function deadlineOf(state: TenderState) {
  const deadline = state.notice?.schedule.deadline
  return deadline !== undefined && isInstant(deadline) ? deadline : null
}
