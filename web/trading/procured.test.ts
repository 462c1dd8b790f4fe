// SPDX-License-Identifier: Apache-2.0
/** Forms of 政府采购: asked for there and nowhere else, and lawful as they begin. */

import { type Actor, certain, moment } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { procedures } from '@gongxin/core/procedures'
import {
  holderBody,
  holderPeople,
  planOf,
  procurementPlans,
  projectOf,
} from '@gongxin/core/testing'
import {
  bidContent,
  emptyTender,
  evolve,
  findAct,
  registerProject,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { emptyContent } from './bid/content.ts'
import { blockingIn, checkDocument } from './document/checks.ts'
import { proposeSchedule } from './document/deadline.ts'
import { defaultTerms } from './document/defaults.ts'
import { sectionsFor } from './document/sections.ts'
import { isBody, nodeOf } from './form/index.ts'
import { askedOf, statedBy } from './register-words.ts'

const now = moment('2026-03-02T09:00:00+08:00')
const actor: Actor = { role: 'tenderOwner', party: 'o', account: 'a', assurance: 'session' }

function registered(method: string): TenderState {
  const plan = planOf(certain(procurementPlans[method], method))
  const at = { now, calendar, facts: { callerName: '柳州市第一中学' } }
  const asked = { body: projectOf(plan), state: emptyTender, actor, at }
  const answer = certain(findAct('register-project'), 'the act').run(asked)
  if (answer.kind !== 'happened') throw new Error(`${method} is not registered`)
  return answer.events.reduce(evolve, emptyTender)
}

/** Methods with a document to publish; a sole source has none. */
const documented = Object.keys(procurementPlans).filter((method) => {
  const { procedure } = planOf(certain(procurementPlans[method], method))
  return procedures.some(({ id, methods }) => id === procedure && methods.length > 0)
})

const plain = (value: object) => JSON.parse(JSON.stringify(value))

describe('the document editor', () => {
  test.each(documented)('begins with a lawful document for %s', (method) => {
    const begun = registered(method)
    const procedure = certain(
      procedures.find(({ id }) => id === begun.project?.procedure),
      'a procedure of the house',
    )
    const invited = { invitees: [{ party: 'b', name: '甲公司' }] }
    const state = { ...begun, invited: { ...invited, source: 'own-choice', reason: '' } as const }
    const { schedule } = proposeSchedule(now, procedure.rules)
    const body = plain({ terms: defaultTerms(state), schedule, files: [], reasons: [] })
    const { findings, whole } = checkDocument({ body, state, actor, now })
    expect(whole).toBe(true)
    expect(findings.length).toBeGreaterThan(5)
    expect(blockingIn(findings)).toEqual([])
    expect(procedure.methods).toContain(body.terms.method.kind)
    const holders = holderPeople.map(({ office, who }) => {
      const holder = { party: who.actor.party, name: who.name }
      return { office, holder, ...holderBody(office, state) }
    })
    const asked = { body, state: { ...state, holders }, actor, at: { now, calendar, facts: {} } }
    expect(findAct('publish-notice')?.run(asked)).toMatchObject({ kind: 'happened' })
  })

  test('asks for a panel of seven from ten million yuan on', () => {
    const { project, ...rest } = registered('公开招标')
    const of = (estimateFen: number) =>
      defaultTerms({ ...rest, project: project && { ...project, estimateFen } }).committeeMembers
    expect([of(999_999_999), of(1_000_000_000)]).toEqual([5, 7])
  })

  test('has a chapter on policy for procurement alone', () => {
    const having = procedures.filter((procedure) =>
      sectionsFor('publish-notice', procedure).some(({ id }) => id === 'policy'),
    )
    expect(documented.length).toBeGreaterThan(5)
    expect(having).toEqual(procedures.filter(({ line }) => line === 'procurement'))
  })
})

describe('the registration', () => {
  const node = nodeOf(registerProject.shape)
  const named = (of: typeof node) => (of.kind === 'object' ? of.fields.map(({ name }) => name) : [])
  const typed = { kind: 'goods', procurement: { plan: '柳财采计〔2026〕1号' } }

  test('asks for the procedure first, and for facts of procurement only there', () => {
    const works = { ...typed, procedure: 'engineering/open-tender' }
    const goods = { ...typed, procedure: 'procurement/inquiry' }
    expect(named(askedOf(node, works))).not.toContain('procurement')
    expect(named(askedOf(node, goods))).toContain('procurement')
    expect(named(askedOf(node, goods))[0]).toBe('procedure')
  })

  test('sends no fact of procurement where none is asked for', () => {
    expect(statedBy({ ...typed, procedure: 'engineering/open-tender' }, node)).not.toHaveProperty(
      'procurement',
    )
    const stated = statedBy({ ...typed, procedure: 'procurement/inquiry' }, node).procurement
    expect(isBody(stated) && stated.plan).toBe('柳财采计〔2026〕1号')
    expect(isBody(stated) && stated.ground).toBe(null)
  })
})

test('a bid of procurement begins with declarations that its shape takes', () => {
  const begun = emptyContent(defaultTerms(registered('询价')))
  const declared = bidContent.shape.declared.safeParse(begun.declared)
  expect(declared.success).toBe(true)
  expect(emptyContent(defaultTerms(emptyTender))).not.toHaveProperty('declared')
})
