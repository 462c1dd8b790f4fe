// SPDX-License-Identifier: Apache-2.0
/** Files that acts and events name by digest: which they are, whose they must be, who may open them. */

import { type FileRef, fileRef, type Refused, refused } from '../../kernel/index.ts'
import { mayRead, type Reader } from './access.ts'
import { eventShapes, type TenderEvent } from './events.ts'
import type { TenderState } from './state.ts'

/** Every file reference in a body or in the data of an event, at whatever depth. */
export function filesIn(value: unknown): readonly FileRef[] {
  if (typeof value !== 'object' || value === null) return []
  // Most of a body names no file, and finding that out by its shape is dear.
  const parsed = 'digest' in value ? fileRef.safeParse(value) : null
  return parsed?.success ? [parsed.data] : Object.values(value).flatMap(filesIn)
}

/** A digest proves that one has heard of a file, not that one may lay it before others. */
export function refuseForeign(
  files: readonly FileRef[],
  known: ReadonlySet<string>,
): Refused | undefined {
  const foreign = files.find(({ digest }) => !known.has(digest))
  return foreign && refused('file-not-yours', { name: foreign.name })
}

/** Digests that the reader may open, because some event may be read that names them. */
export function filesFor(
  reader: Reader,
  events: readonly TenderEvent[],
  whole: TenderState,
): ReadonlySet<string> {
  const open = events.filter((event, seq) => mayRead(event, reader, whole, seq))
  return new Set(open.flatMap(({ data }) => filesIn(data)).map(({ digest }) => digest))
}

/** Public as soon as one public event names it, and never less afterwards. */
export function publicFilesIn(events: readonly TenderEvent[]): ReadonlySet<string> {
  const open = events.filter(({ type }) => eventShapes[type].access.to === 'public')
  return new Set(open.flatMap(({ data }) => filesIn(data)).map(({ digest }) => digest))
}
