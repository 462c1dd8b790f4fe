// SPDX-License-Identifier: Apache-2.0
/** Doing an act: one key kept over retries, a confirmation where it is signed, rooms refreshed. */

import { type ActAnswer, routes } from '@gongxin/shell/http/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, isPassing, problemOf, sessionKey } from '../../app/index.ts'
import { cleaned, digestOf } from './digest.ts'
import { forgetKey, keyFor } from './key-of.ts'

/** How the person proves that this very body is meant. */
export type Proof =
  | { readonly demo: true }
  | { readonly password: string }
  | { readonly passkey: unknown }

export interface Doing {
  readonly body: unknown
  /** Absent for acts that are not signed. */
  readonly proof?: Proof
}

export function useAct(tender: string, act: string, onDone?: (answer: ActAnswer) => void) {
  const queries = useQueryClient()
  const place = `${tender} ${act}`
  return useMutation({
    mutationFn: async ({ body: typed, proof }: Doing) => {
      const body = cleaned(typed)
      const digest = digestOf(body)
      const confirmation =
        proof === undefined
          ? undefined
          : (await call(routes.confirm, { body: { tender, act, digest, ...proof } })).confirmation
      const wrapped = confirmation === undefined ? { body } : { body, confirmation }
      const key = keyFor(sessionStorage, place, digest)
      return call(routes.act, { params: { tender, act }, body: wrapped, key })
    },
    retry: (count, error) => isPassing(problemOf(error)) && count < 4,
    onSuccess: async (answer) => {
      forgetKey(sessionStorage, place)
      onDone?.(answer)
      await queries.invalidateQueries()
    },
    onError: (error) => {
      const { status } = problemOf(error)
      if (status === 401) void queries.invalidateQueries({ queryKey: sessionKey })
    },
  })
}
