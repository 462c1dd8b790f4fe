// SPDX-License-Identifier: Apache-2.0
/** Who is signed in, for which organisation and in which role; null for nobody. */

import { routes, type SessionView } from '@gongxin/shell/http/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from './api.ts'
import { isSessionOver, problemOf } from './problem.ts'

export const sessionKey = ['session'] as const

export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<SessionView | null> => {
      try {
        return await call(routes.session, { signal })
      } catch (error) {
        if (isSessionOver(problemOf(error))) return null
        throw error
      }
    },
  })
}

/** A new standing sees other things: everything fetched before is asked for again. */
export function useFreshStart(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    await queries.resetQueries()
  }, [queries])
}
