// SPDX-License-Identifier: Apache-2.0
/** 文书: the papers of a tender, computed from its events, and who may read which. */

import { dayOf } from '../../../kernel/index.ts'
import { mayRead, type Reader } from '../access.ts'
import { procedureOf } from '../decide.ts'
import { eventShapes, type TenderEvent } from '../events.ts'
import { evolve, evolveWithheld } from '../evolve.ts'
import { emptyTender, type TenderState } from '../state.ts'
import type { PaperForm } from './form.ts'
import { paperForms } from './forms.ts'
import { type Paper, type PaperLine, spokenPaper, spokenTitle } from './shape.ts'

export type { PaperForm } from './form.ts'
export { paperForms } from './forms.ts'
export { platformName } from './receipts.ts'
export { dayShown as paperDay, methodSaid, secondSaid } from './say.ts'
export * from './shape.ts'

const byEvent = new Map<string, PaperForm>(paperForms.map((form) => [form.on, form]))

/** Every paper this reader may read, in the order of the events. Deny by default. */
export function papersFor(
  reader: Reader,
  events: readonly TenderEvent[],
  whole: TenderState,
): readonly PaperLine[] {
  return events.flatMap((event, seq) => {
    const form = byEvent.get(event.type)
    if (form === undefined || !mayReadPaper(form, { reader, events, whole, seq })) return []
    const { kind } = form
    const title = spokenTitle(form.titleOf(event), procedureOf(whole))
    const open = mayReadPaper(form, { reader: null, events, whole, seq })
    const access = open ? 'public' : 'restricted'
    return [{ id: `${kind}-${seq}`, kind, title, at: event.at, seq, access }]
  })
}

interface Asked {
  readonly reader: Reader
  readonly events: readonly TenderEvent[]
  readonly whole: TenderState
  readonly seq: number
}

/** A paper may be read by whoever may read everything it draws on. */
function mayReadPaper({ draws, on }: PaperForm, { reader, events, whole, seq }: Asked): boolean {
  return events.slice(0, seq + 1).every((event, index) => {
    if (index === seq) return event.type === on && mayRead(event, reader, whole)
    return !draws.includes(event.type) || mayRead(event, reader, whole)
  })
}

export interface PaperSource {
  readonly tender: string
  readonly events: readonly TenderEvent[]
  /** Digest of the entry of an event, by its place in the stream. */
  readonly digestOf: (seq: number) => string
}

/** The paper a line names: from the events its form draws on, and from no other. */
export function paperOf(line: PaperLine, { tender, events, digestOf }: PaperSource): Paper | null {
  const { seq, id, kind, access } = line
  const event = events[seq]
  const form = event === undefined ? undefined : byEvent.get(event.type)
  if (event === undefined || form === undefined || form.kind !== kind) return null
  const state = drawn(form, events, seq)
  const written = form.write(event, state)
  if (written === null) return null
  const paper: Paper = {
    ...written,
    id,
    kind,
    title: form.titleOf(event).zh,
    project: state.project?.name ?? '',
    tender,
    number: form.numberOf(event) ?? `${tender}-${dayOf(event.at).replaceAll('-', '')}-${seq + 1}`,
    access,
    proof: {
      event: eventShapes[event.type].title.zh,
      seq,
      at: event.at,
      digest: digestOf(seq),
    },
  }
  return spokenPaper(paper, procedureOf(state))
}

function drawn({ draws }: PaperForm, events: readonly TenderEvent[], seq: number): TenderState {
  let state = emptyTender
  events.slice(0, seq + 1).forEach((event, index) => {
    const told = index === seq || draws.includes(event.type)
    state = told ? evolve(state, event) : evolveWithheld(state)
  })
  return state
}
