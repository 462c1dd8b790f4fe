// SPDX-License-Identifier: Apache-2.0
/** One key for one body: a retry of the same words is the same act, other words are another. */

export interface KeyStore {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}

/** The key kept for this act and body; a fresh one where the body has changed since. */
export function keyFor(store: KeyStore, place: string, bodyDigest: string): string {
  const name = nameOf(place)
  const kept = store.getItem(name)?.split(' ')
  if (kept?.[0] === bodyDigest && kept[1] !== undefined) return kept[1]
  const key = crypto.randomUUID()
  store.setItem(name, `${bodyDigest} ${key}`)
  return key
}

export function forgetKey(store: KeyStore, place: string): void {
  store.removeItem(nameOf(place))
}

function nameOf(place: string): string {
  return `key ${place}`
}
