// SPDX-License-Identifier: Apache-2.0
/** One tender of the city before it begins: parties, terms, days; all from seed and place. */

import { type CivilDate, certain } from '@gongxin/core/kernel'
import { getProcedure, type Procedure } from '@gongxin/core/procedures'
import { between, mixed, oneOf, pick } from '../chance/index.ts'
import { type Cast, type Player, playerOf } from './cast.ts'
import { type Course, courseOf, type Twist } from './endings.ts'
import type { Branch, Project } from './projects.ts'

export type Kind = 'works' | 'goods' | 'service' | 'design'

export interface Plan {
  readonly seed: number
  /** Place in the table, from 1. */
  readonly no: number
  readonly code: string
  readonly project: Project
  readonly kind: Kind
  readonly course: Course
  readonly start: CivilDate
  readonly owner: Player
  readonly agency: Player | null
  readonly bidders: readonly Player[]
  readonly authority: Player
  readonly centre: Player
  readonly notary: Player
  readonly audit: Player
  /** Marked by experts under the usual method; procurement has its own. */
  readonly composite: boolean
  readonly procedure: Procedure
  readonly scored: boolean
}

const kindOf: Readonly<Record<Branch, Kind>> = {
  municipal: 'works',
  building: 'works',
  road: 'works',
  water: 'works',
  garden: 'works',
  medical: 'goods',
  teaching: 'goods',
  pumps: 'goods',
  computers: 'goods',
  supervision: 'service',
  testing: 'service',
  design: 'design',
}

export interface Planning {
  readonly seed: number
  readonly cast: Cast
  /** Day on which the demo is to stand at the end; part of every project code. */
  readonly present: CivilDate
}

export function planOf(project: Project, no: number, planning: Planning): Omit<Plan, 'start'> {
  const { seed, cast, present } = planning
  const kind = kindOf[project.branch]
  const name = `plan ${no}`
  const course = courseOf(project.ending)
  return {
    seed,
    no,
    code: `4502-${present.replaceAll('-', '')}-${String(no).padStart(3, '0')}`,
    project,
    kind,
    course,
    owner: playerOf(cast, ownerKey(project, seed, no)),
    agency: agencyOf(cast, seed, no),
    bidders: biddersOf(cast, kind, { seed, name, count: countFor(course, seed, name) }),
    authority: playerOf(cast, 'authority'),
    centre: playerOf(cast, 'centre'),
    notary: playerOf(cast, 'notary'),
    audit: playerOf(cast, 'audit'),
    composite: kind !== 'goods' && pick(seed, `${name} method`, 5) !== 0,
    procedure: getProcedure(project.procedure),
    scored: project.scored,
  }
}

/** Counties have their own owners; the rest is shared out, a third to the persona of the demo. */
function ownerKey({ district, branch }: Project, seed: number, no: number): string {
  if (district === '三江侗族自治县') return 'owner-5'
  if (district === '鹿寨县') return 'owner-6'
  if (branch === 'water') return no % 2 === 0 ? 'owner-2' : 'tenderOwner'
  if (branch === 'medical') return 'owner-4'
  if (branch === 'teaching') return 'owner-3'
  if (district === '柳东新区') return 'owner-1'
  return pick(seed, `owner ${no}`, 3) === 0 ? 'owner-3' : 'tenderOwner'
}

/** One tender in nine is run by the owner alone. */
function agencyOf(cast: Cast, seed: number, no: number): Player | null {
  if (pick(seed, `agency ${no} none`, 9) === 0) return null
  const keys = ['agency', 'agency', 'agency-1', 'agency-2', 'agency-3', 'agency-4']
  return playerOf(cast, oneOf(seed, `agency ${no}`, keys))
}

function countFor({ twists }: Course, seed: number, name: string): number {
  const fixed: Partial<Record<Twist, number>> = {
    'two-bids': 2,
    'too-few-opened': 3,
    'want-of-competition': 4,
    'low-price': 6,
  }
  const given = twists.map((twist) => fixed[twist]).find((count) => count !== undefined)
  return given ?? between(seed, `${name} bidders`, [4, 7])
}

function biddersOf(
  cast: Cast,
  kind: Kind,
  of: { seed: number; name: string; count: number },
): readonly Player[] {
  const trade = kind === 'works' ? 'works' : kind === 'goods' ? 'goods' : 'service'
  const able = [...cast.values()].filter(
    ({ role, by }) =>
      role === 'bidder' && ('persona' in by ? trade === 'works' : by.registration.trade === trade),
  )
  return mixed(of.seed, `${of.name} field`, able).slice(0, of.count)
}

export function has(plan: Pick<Plan, 'course'>, ...twists: readonly Twist[]): boolean {
  return twists.some((twist) => plan.course.twists.includes(twist))
}

/** Who does what an agency may do: the agency, or the owner where there is none. */
export function hostOf(plan: Plan): Player {
  return plan.agency ?? plan.owner
}

export function bidderAt(plan: Plan, index: number): Player {
  return certain(plan.bidders.at(index), 'a bidder at this place')
}
