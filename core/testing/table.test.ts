// SPDX-License-Identifier: Apache-2.0
/** The table role × act × phase tested whole, and the catalogues against each other. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Actor, roles } from '../kernel/index.ts'
import { lineFor, type Procedure, procedures } from '../procedures/index.ts'
import { bidActs } from '../trading/bid/index.ts'
import {
  mayNot,
  type Phase,
  phases,
  refusalReasons,
  type TenderState,
  tenderActs,
} from '../trading/tender/index.ts'
import { everyTrace, findDifference, newWorld, runWholeTender } from './index.ts'
import * as people from './people.ts'

const acts = [...tenderActs, ...bidActs].map((act) => act.name)
const whole = runWholeTender().state()
const agencyIn = { party: people.agency.actor.party, name: people.agency.name }
const sitting = whole.committee?.members[0]?.member ?? ''

/** Somebody who holds the role for this tender, and somebody who holds it elsewhere. */
const parties: Readonly<Record<Actor['role'], readonly [Actor, Actor | null]>> = {
  tenderOwner: [people.owner.actor, people.persona('', 'tenderOwner', 'elsewhere').actor],
  agency: [people.agency.actor, people.persona('', 'agency', 'elsewhere').actor],
  authority: [people.authority.actor, people.persona('', 'authority', 'elsewhere').actor],
  bidder: [people.bidder(0).actor, people.bidder(40).actor],
  expert: [people.member(sitting).actor, people.persona('', 'expert', 'E99').actor],
  centre: [people.centre.actor, null],
  audit: [people.auditOffice.actor, null],
  notary: [people.notary.actor, null],
  system: [people.machine.actor, null],
}

/** The whole tender as if it stood in the phase under the procedure, with its bidder invited. */
function stateIn(phase: string, { id }: Procedure): TenderState {
  const { project } = whole
  return {
    ...whole,
    phase: phase as Phase,
    agency: agencyIn,
    project: project && { ...project, procedure: id },
  }
}
const places = procedures.flatMap((procedure) =>
  procedure.stages.map((stage) => ({ procedure, phase: stage.id, id: procedure.id })),
)

describe.each(places)('$id in phase $phase', ({ procedure, phase }) => {
  test.each(roles)('%s may do exactly what the table says', (role) => {
    const [own, stranger] = parties[role]
    for (const name of acts) {
      const line = lineFor(procedure, phase, name, role)
      const answer = mayNot({ name }, { state: stateIn(phase, procedure), actor: own })
      expect([name, answer === undefined]).toEqual([name, line !== undefined])
      if (stranger === null) continue
      const wrong = mayNot({ name }, { state: stateIn(phase, procedure), actor: stranger })
      const turned = line?.interested === true ? undefined : 'not-your-tender'
      expect(wrong?.reason).toBe(line === undefined ? answer?.reason : turned)
    }
  })

  test('what must be confirmed is refused without step-up, and ⏸ holds back the rest', () => {
    for (const { act: name, by, signed, whileSuspended } of stageActs(procedure, phase)) {
      for (const role of by) {
        const actor: Actor = { ...parties[role][0], assurance: 'session' }
        const state = stateIn(phase, procedure)
        const plain = mayNot({ name }, { state, actor })?.reason
        expect(plain).toBe(signed && role !== 'system' ? 'step-up-needed' : undefined)
        const held = { ref: 'Z', because: 'directive', since: whole.closedAt } as const
        const suspended = { ...state, suspensions: [held] } as unknown as TenderState
        const reason = mayNot({ name }, { state: suspended, actor: parties[role][0] })?.reason
        expect(reason).toBe(whileSuspended ? undefined : 'suspended')
      }
    }
  })
})

function stageActs({ stages }: Procedure, phase: string) {
  return stages.find((stage) => stage.id === phase)?.acts ?? []
}

describe('catalogues', () => {
  test('the procedure and the acts name each other; only the first act stands outside', () => {
    const all = procedures.flatMap(({ stages }) => stages)
    const inStages = new Set(all.flatMap((s) => s.acts.map((l) => l.act)))
    expect(acts.filter((name) => !inStages.has(name))).toEqual(['register-project'])
    expect([...inStages].filter((name) => !acts.includes(name))).toEqual([])
    // Every procedure goes through known phases, in the one order there is.
    for (const { stages } of procedures) {
      const ids = stages.map((s) => s.id)
      expect(ids).toEqual(phases.filter((phase) => ids.includes(phase)))
    }
  })

  test('every reason that any source gives has its words', () => {
    const trading = resolve(import.meta.dirname, '../trading')
    const sources = readdirSync(trading, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(trading, name), 'utf8'))
    const given = sources.flatMap((text) =>
      [...text.matchAll(/\brefused\(\s*'([a-z-]+)'/g)].map((m) => m[1] ?? ''),
    )
    expect(given.length).toBeGreaterThan(90)
    expect([...new Set(given)].filter((reason) => !refusalReasons.includes(reason))).toEqual([])
    expect(refusalReasons.filter((reason) => !given.includes(reason))).toEqual([])
  })
})

/** Moves between phases that the traces show, by procedure. */
async function movesShown(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const moves = new Map<string, Set<string>>()
  for (const of of everyTrace) {
    const world = newWorld(of)
    await findDifference(of, world)
    const id = world.state().project?.procedure ?? ''
    const seen = [...world.history.map((h) => h.before.phase), world.state().phase]
    const known = moves.get(id) ?? new Set<string>()
    for (const [i, phase] of seen.entries()) known.add(`${seen[i - 1] ?? phase}>${phase}`)
    moves.set(id, known)
  }
  return moves
}

const shown = await movesShown()

describe.each(procedures)('$id', (procedure) => {
  const { id, stages } = procedure
  // An invited tender is the open one from its notice on; its traces show what differs.
  const like = procedure.tickets === 'invited' ? id.replace('invited', 'open') : id
  const moves = [...(shown.get(id) ?? []), ...(like === id ? [] : (shown.get(like) ?? []))]

  test.each(stages.map((stage) => [stage.id, stage] as const))(
    '%s is reached and left',
    (phase, stage) => {
      const into = moves.some((m) => m.endsWith(`>${phase}`) && !m.startsWith(`${phase}>`))
      const rarely = stage.end === 'failure'
      expect([phase, into || phase === 'planned' || rarely]).toEqual([phase, true])
      if (stage.end !== undefined) return
      const out = moves.some((m) => m.startsWith(`${phase}>`) && !m.endsWith(`>${phase}`))
      expect([phase, out]).toEqual([phase, true])
      const mayFail = stageActs(procedure, phase).some((l) => l.act === 'issue-directive')
      expect([phase, mayFail]).toEqual([phase, true])
    },
  )
})
