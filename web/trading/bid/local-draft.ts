// SPDX-License-Identifier: Apache-2.0
/** The draft of a bid that nobody else may read: it saves itself in this browser and nowhere else. */

import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useText } from '../../app/index.ts'
import type { Body } from '../form/index.ts'
import { type DraftPlace, findDraft, keepDraft } from './local.ts'
import { messages } from './messages.ts'

const pauseMs = 500

export function useLocalDraft(place: DraftPlace) {
  return useQuery({
    queryKey: ['local-draft', place.tender, place.party],
    // Once opened, what is on the page is newer than what was saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: async () => ({ body: (await findDraft(place)) ?? null }),
  })
}

/** Answers the sentence that stays in view while the bid is only a draft. */
export function useLocalAutosave(place: DraftPlace, content: Body): string {
  const t = useText()
  const { tender, party } = place
  const first = useRef(content)
  const { mutate, isError } = useMutation({
    mutationFn: (body: Body) => keepDraft({ tender, party }, body),
  })
  useEffect(() => {
    if (content === first.current) return undefined
    const timer = setTimeout(() => mutate(content), pauseMs)
    return () => clearTimeout(timer)
  }, [content, mutate])
  return t(isError ? messages.draftHereFailed : messages.draftHere)
}
