// SPDX-License-Identifier: Apache-2.0
/** For tests only: what a variant is, and the hands that change a tale or its files. */

import { findText, hex, type Json, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { certain } from '../../kernel/index.ts'
import type { SecondPart } from '../../trading/bid/index.ts'
import { type Files, listed, type ProofCode, type ProofStep } from '../../trading/proof/index.ts'
import { altered, at, filesOf, type Line, type Tale } from './tale.ts'

/**
 * `file` changes files and lists them anew; `operator` holds the key of the log and no witness;
 * `quorum` has four witnesses on its side too.
 */
export type Attacker = 'file' | 'operator' | 'quorum'

export interface Variant {
  readonly family: `${'T' | 'V'}-${string}`
  readonly attack: string
  readonly attacker: Attacker
  readonly code: `${ProofStep}/${ProofCode}`
  readonly made: (tale: Tale) => Files
  /** What its reader holds besides, given out before the attack. */
  readonly receipt?: (tale: Tale) => SecondPart
}

/** The attack comes to light by a receipt that somebody holds. */
export const heldAgainst = (variant: Variant, receipt: (tale: Tale) => SecondPart): Variant => ({
  ...variant,
  receipt,
})
export type Made = Variant['made']
export type Data = { [key: string]: Json }
export const zeros = '0'.repeat(64)

export const variant = (
  family: Variant['family'],
  attack: string,
  [attacker, code]: readonly [Attacker, Variant['code']],
  made: Made,
): Variant => ({ family, attack, attacker, code, made })

/** The whole log told anew after a change. */
export const retold =
  (change: (tale: Tale) => Tale): Made =>
  (tale) =>
    filesOf(change(tale))
export const data = (
  type: string,
  change: (data: Data) => Json,
  which?: (line: Line) => boolean,
): Made => retold((tale) => altered(tale, type, change, which))
export const moved = (type: string, before: string): Made =>
  retold((tale) => {
    const from = at(tale, type)
    const line = certain(tale.tender[from], type)
    const to = at(tale, before)
    const moment = certain(tale.tender[to], before).envelope.at
    const early = { ...line, envelope: { ...line.envelope, at: moment } }
    return { ...tale, tender: tale.tender.toSpliced(from, 1).toSpliced(to, 0, early) }
  })
export const without = (type: string): Made =>
  retold((tale) => ({ ...tale, tender: tale.tender.toSpliced(at(tale, type), 1) }))
export const twice = (type: string): Made =>
  retold((tale) => {
    const place = at(tale, type)
    return { ...tale, tender: tale.tender.toSpliced(place, 0, certain(tale.tender[place], type)) }
  })

export const rewritten = (files: Files, path: string, bytes: Uint8Array): Files =>
  listed(new Map(files).set(path, bytes), { tender: tenderIn(files), access: 'restricted' })
export const inFile =
  (find: (path: string) => boolean, change: (bytes: Uint8Array, all: Files) => Uint8Array): Made =>
  (tale) => {
    const files = filesOf(tale)
    const path = certain([...files.keys()].find(find), 'such a file')
    return rewritten(files, path, change(certain(files.get(path), path), files))
  }
export const flipped = (bytes: Uint8Array, place = bytes.length >> 1): Uint8Array =>
  bytes.with(place, (bytes[place] ?? 0) ^ 1)
export const text = (bytes: Uint8Array) => findText(bytes) ?? ''
export const spelt = (from: string | RegExp, to: string) => (bytes: Uint8Array) =>
  utf8(text(bytes).replace(from, to))

function tenderIn(files: Files): string {
  const { tender } = JSON.parse(text(certain(files.get('bundle.json'), 'a list')))
  return tender
}

export const one = (value: Json | undefined): Data[] => JSON.parse(JSON.stringify(value ?? []))
export const firstOf = (list: Json | undefined, change: (row: Data) => Data): Json =>
  one(list).map((row, i) => (i === 0 ? change(row) : row))
export const anotherHash = (value: Json | undefined) => hex(sm3Digest(utf8(String(value))))
export const forms = (change: (all: Tale['forms']) => Tale['forms']): Made =>
  retold((tale) => ({ ...tale, forms: change(tale.forms) }))
export const isManifest = (path: string) => path.endsWith('manifest.json')
export const isForm = (path: string) => path.endsWith('part0.bin')

export function dataOf(tale: Tale, type: string): Data {
  const { body } = certain(tale.tender[at(tale, type)], type)
  return JSON.parse(JSON.stringify(body)).data
}
