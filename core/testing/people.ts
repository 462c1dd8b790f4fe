// SPDX-License-Identifier: Apache-2.0
/** Who appears in traces and property tests: parties by their Chinese name, each with an actor. */

import { type Actor, certain, type Role } from '../kernel/index.ts'
import type { PoolExpert } from '../trading/tender/index.ts'

export interface Persona {
  readonly name: string
  readonly actor: Actor
}

export function persona(name: string, role: Role, party: string): Persona {
  return { name, actor: { role, party, account: party, assurance: 'step-up' } }
}

export const owner = persona('招标人', 'tenderOwner', '91450200MA5L000001')
export const agency = persona('代理机构', 'agency', '91450200MA5L000002')
export const centre = persona('交易中心', 'centre', '12450200MB1C000003')
export const authority = persona('住建局', 'authority', '11450200MB1C000004')
export const notary = persona('公证处', 'notary', '12450200MB1C000006')
export const auditOffice = persona('审计局', 'audit', '11450200MB1C000005')
export const machine = persona('系统', 'system', 'system')
export const representative = persona('招标人代表', 'expert', 'rep-1')
export const secondRepresentative = persona('招标人代表乙', 'expert', 'rep-2')

/** One clerk with two employers: 招标人 and 甲公司. */
export const clerkOfOwner: Persona = {
  name: '招标人',
  actor: { ...owner.actor, account: 'clerk', alsoFor: ['91450200MA60000001'] },
}
export const clerkOfBidder: Persona = {
  name: '甲公司',
  actor: {
    ...{ role: 'bidder', party: '91450200MA60000001', assurance: 'step-up' },
    ...{ account: 'clerk', alsoFor: [owner.actor.party] },
  },
}

const stems = '甲乙丙丁戊己庚辛壬癸'

/** 甲公司, 乙公司, …; beyond the tenth they are numbered. */
export function bidder(index: number): Persona {
  const stem = stems[index] ?? `第${index + 1}`
  return persona(`${stem}公司`, 'bidder', `91450200MA6${String(index + 1).padStart(7, '0')}`)
}

export const bidders: readonly Persona[] = Array.from({ length: 45 }, (_, i) => bidder(i))

/** Two specialties, enough people to replace some; E03 is employed by 甲公司 and must step aside. */
export const pool: readonly PoolExpert[] = [
  ...Array.from({ length: 9 }, (_, i) => expertOf(i + 1, 'A01')),
  ...Array.from({ length: 4 }, (_, i) => expertOf(i + 10, 'B02')),
]

function expertOf(place: number, specialty: string): PoolExpert {
  const number = String(place).padStart(2, '0')
  const own = place === 3
  return {
    expert: `E${number}`,
    name: `专家${number}`,
    employer: own ? bidder(0).actor.party : `12450200MB9C0000${number}`,
    employerName: own ? '甲公司' : `第${number}设计院`,
    specialty,
    region: '450200',
  }
}

/** By the id of the library; experts of another library go by their id. */
export function expert(id: string): Persona {
  return persona(pool.find((e) => e.expert === id)?.name ?? id, 'expert', id)
}

/** A sitting member: an expert of the pool, or the owner's representative. */
export function member(id: string): Persona {
  const own = [representative, secondRepresentative].find((p) => p.actor.party === id)
  return own ?? expert(id)
}

/** The owner of a procurement. */
const purchaser: Persona = { ...owner, name: '采购人' }

const everybody = [
  purchaser,
  owner,
  agency,
  centre,
  authority,
  auditOffice,
  notary,
  machine,
  representative,
  secondRepresentative,
  ...bidders,
]

export function named(name: string): Persona {
  return certain(
    everybody.find((p) => p.name === name) ??
      pool.flatMap((e) => (e.name === name ? [expert(e.expert)] : []))[0],
    `nobody is called ${name}`,
  )
}
