// SPDX-License-Identifier: Apache-2.0
/** From an entry of the trail to the form that objects to it: the address carries which one. */

/** What an address of an act may carry. */
export interface Pointed {
  readonly seq?: number
  readonly entry?: string
}

export function pointedIn(search: Readonly<Record<string, unknown>>): Pointed {
  const seq = Number(search.seq)
  const { entry } = search
  const known = Number.isInteger(seq) && seq >= 0 && typeof entry === 'string'
  return known && /^[0-9a-f]{64}$/.test(entry) ? { seq, entry } : {}
}

/** The body that the form begins with; nothing where no entry was pointed at. */
export function evidenceFrom({ seq, entry }: Pointed) {
  if (seq === undefined || entry === undefined) return undefined
  return { evidence: [{ seq, entry, clause: '', note: '' }] }
}

const lodging: readonly string[] = ['lodge-objection', 'lodge-complaint']

/** Acts that may be based on an entry, of those offered to the reader. */
export function lodgingActs(offers: readonly { readonly act: string }[]): readonly string[] {
  return lodging.filter((act) => offers.some((offer) => offer.act === act))
}

export function isLodging(act: string): boolean {
  return lodging.includes(act)
}
