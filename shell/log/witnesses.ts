// SPDX-License-Identifier: Apache-2.0
/** The witnesses this log answers to: where each is, and the key it is known by. */

import { findNoteKey, type NoteKey, noteKeyText } from '@gongxin/trust/log'
import type { SettingStore } from '../store/index.ts'

/** Named by the installation: `key@address`, or in a demo the address alone. */
export interface WitnessPlace {
  readonly url: URL
  readonly key: NoteKey | undefined
}

export interface Witness {
  readonly url: URL
  readonly key: NoteKey
}

/** Two of three and one more: 4 of 5, 5 of 7. */
export function quorumOf(witnesses: number): number {
  return Math.floor((2 * witnesses) / 3) + 1
}

/** Undefined where the text is no such place. */
export function findPlace(text: string): WitnessPlace | undefined {
  const at = text.lastIndexOf('@')
  const address = text.slice(at + 1)
  const key = at < 0 ? undefined : findNoteKey(text.slice(0, at))
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined
  if (at >= 0 && key?.kind !== 'sm2-cosigner') return undefined
  return { url: new URL(address.endsWith('/') ? address : `${address}/`), key }
}

export interface Roll {
  /** Every witness whose key is known, those that are silent today included. */
  known(): readonly NoteKey[]
  /** Asks for the key where none was named, and keeps to the first that a name has shown. */
  meet(place: WitnessPlace): Promise<Witness>
}

const setting = 'log-witnesses'
const patienceMs = 5_000

/** A name with another key than before is no witness of ours. */
export class Stranger extends Error {
  override readonly name = 'Stranger'
}

export async function openRoll(
  settings: SettingStore,
  places: readonly WitnessPlace[],
): Promise<Roll> {
  const kept = await settings.find(setting)
  const texts = Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []
  const learned = texts.map(findNoteKey).filter((key) => key !== undefined)
  const named = places.flatMap(({ key }) => (key === undefined ? [] : [key]))
  // Where all keys are named, what a demo once learned counts for nothing.
  const known = named.length === places.length ? [...named] : learned
  let learning = Promise.resolve()
  // Kept before it counts, one after the other: a key that were forgotten by the next start would make the
  // log look smaller to whoever was shown it.
  const learn = (told: NoteKey): Promise<void> => {
    const next = learning.then(async () => {
      if (known.some(({ name }) => name === told.name)) return
      await settings.save(setting, [...known, told].map(noteKeyText))
      known.push(told)
    })
    learning = next.catch(() => {})
    return next
  }
  return {
    known: () => known,
    async meet({ url, key }) {
      if (key !== undefined) return { url, key }
      const signal = AbortSignal.timeout(patienceMs)
      const told = findNoteKey((await (await fetch(new URL('key', url), { signal })).text()).trim())
      if (told?.kind !== 'sm2-cosigner') throw new Stranger(`${url.host} shows no key`)
      await learn(told)
      const kept = known.find(({ name }) => name === told.name)
      if (kept === undefined || noteKeyText(kept) !== noteKeyText(told)) {
        throw new Stranger(`${told.name} shows another key`)
      }
      return { url, key: kept }
    },
  }
}
