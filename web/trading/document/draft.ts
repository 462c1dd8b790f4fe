// SPDX-License-Identifier: Apache-2.0
/** A draft that saves itself: two seconds after the last key, and again when it failed. */

import { routes } from '@gongxin/shell/http/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call, momentShown, usePreferences, useText } from '../../app/index.ts'
import type { Value } from '../form/index.ts'
import { messages } from '../messages.ts'

const pauseMs = 2000

export function useDraft(tender: string, kind: string) {
  return useQuery({
    queryKey: ['draft', tender, kind],
    // Once opened, what is on the page is newer than what was saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => call(routes.draft, { params: { tender, kind }, signal }),
  })
}

/** Answers the sentence that stays in view until the thing is truly published. */
export function useAutosave(place: { tender: string; kind: string }, value: Value): string {
  const t = useText()
  const { language } = usePreferences()
  const { tender, kind } = place
  const first = useRef(value)
  const { mutate, isError, data, isPending } = useMutation({
    retry: 20,
    retryDelay: 3000,
    mutationFn: (body: Value) =>
      call(routes.saveDraft, { params: { tender, kind }, body: { body: body ?? null } }),
  })
  useEffect(() => {
    if (value === first.current) return undefined
    const timer = setTimeout(() => mutate(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, mutate])
  if (isError) return t(messages.draftFailed)
  if (isPending) return t(messages.draftUnsaved)
  if (data === undefined) return t(messages.draft)
  return t(messages.draftSaved, { at: momentShown(data.savedAt, language) })
}
