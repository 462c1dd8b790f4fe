// SPDX-License-Identifier: Apache-2.0
/** Who plays in the city: the fixed personas of the demo and the generated rest. */

import { certain, type Role } from '@gongxin/core/kernel'
import { type Organisation, organisationsOf } from '../people/index.ts'

/** A persona as the platform lists it. */
export interface Persona {
  readonly persona: string
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly organisationName: string
}

export interface Player {
  readonly key: string
  /** Party the player acts for. */
  readonly party: string
  /** Name of that party. */
  readonly name: string
  /** Name of the person. */
  readonly person: string
  readonly role: Role
  readonly by: { readonly persona: string } | { readonly registration: Organisation }
}

export type Cast = ReadonlyMap<string, Player>

/** Keys: those of the personas (`tenderOwner`, `bidder1`) and of organisations (`bidder-07`). */
export function castOf(seed: number, personas: readonly Persona[]): Cast {
  const fixed = personas.map((p): Player => {
    const { persona, name: person, role, organisation: party, organisationName: name } = p
    return { key: persona, party, name, person, role, by: { persona } }
  })
  const generated = organisationsOf(seed).map((of): Player => {
    const { key, uscc: party, name, person, role } = of
    return { key, party, name, person, role, by: { registration: of } }
  })
  return new Map([...fixed, ...generated].map((player) => [player.key, player]))
}

export function playerOf(cast: Cast, key: string): Player {
  return certain(cast.get(key), `nobody plays ${key}`)
}

export function byParty(cast: Cast, party: string, role: Role): Player | undefined {
  return [...cast.values()].find((player) => player.party === party && player.role === role)
}

/** Experts are nobody's employees here: each signs in under the id of the library. */
export function expertPlayer(expert: string): Player {
  const persona = `expert-${expert}`
  const [party, name, person] = [expert, expert, expert]
  return { key: persona, party, name, person, role: 'expert', by: { persona } }
}
