// SPDX-License-Identifier: Apache-2.0
/** Deciders of 合同变更: the owner proposes, the contractor answers, the public is told. */

import {
  blocking,
  dayOf,
  type Finding,
  fileRef,
  happened,
  id,
  line,
  type Refused,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import {
  contractSubstanceKept,
  procurementContractKept,
  supplementCap,
  supplementSameObject,
} from '../../../law/index.ts'
import { changeGrounds } from '../../../procedures/index.ts'
import { changeKinds } from '../events/performance.ts'
import { event } from '../events.ts'
import { afterAwardOf, contractTotalFen, supplementedFen } from '../performing.ts'
import { stepFinding } from '../rules/index.ts'
import { type Asked, act, finding } from './act.ts'
import { isTaken, notOfContract } from './performance.ts'

const proposal = z.strictObject({
  id,
  kind: z.enum(changeKinds),
  ground: z.enum(changeGrounds),
  what: text(2000),
  reason: text(1000),
  addedFen: z.int().min(-99_999_999_999_999).max(99_999_999_999_999),
  durationDays: z.int().min(1).max(20_000).nullable(),
  quality: line(200).nullable(),
  /** 追加: of the same object, and all other terms as they were. */
  sameObject: z.boolean(),
  files: z.array(fileRef).max(20),
})
type Proposal = z.infer<typeof proposal>

/** B4 and T38: what was awarded changes only on a lawful ground, and 追加 only within its cap. */
export const proposeContractChange = act(
  'propose-contract-change',
  words('提出合同变更', 'Propose a contract change'),
  proposal,
  (asked) => {
    const { body, state, at } = asked
    if (state.contract === null) return refused('no-contract')
    if (isTaken(asked, body.id)) return refused('number-taken', { id: body.id })
    if (state.performing.changes.some(({ answer }) => answer === null)) {
      return refused('change-waits')
    }
    const judged = body.kind === 'supplement' ? supplement(asked) : amendment(asked)
    if (judged.refusal !== undefined) return judged.refusal
    if (contractTotalFen(state) + body.addedFen < 0) return refused('change-below-nothing')
    const { sameObject: _, ...proposed } = body
    return happened([event('ContractChangeProposed', at.now, proposed)], judged.findings)
  },
)

interface Judged {
  readonly refusal?: Refused
  readonly findings: readonly Finding[]
}

function supplement(asked: Asked<Proposal>): Judged {
  const { body, state } = asked
  if (afterAwardOf(state).supplement === null || body.ground !== 'supplement') {
    return { refusal: refused('no-supplement-here'), findings: [] }
  }
  if (body.addedFen <= 0) return { refusal: refused('supplement-adds-nothing'), findings: [] }
  const { sameObject } = body
  const sameTerms = body.durationDays === null && body.quality === null
  const same = finding(asked, supplementSameObject, { sameObject, sameTerms })
  if (blocking([same]).length > 0) {
    return { refusal: refused('supplement-of-another-object', {}, [same]), findings: [] }
  }
  const cap = finding(asked, supplementCap, {
    originalFen: state.contract?.priceFen ?? 0,
    priorFen: supplementedFen(state),
    newFen: body.addedFen,
    emergency: false,
  })
  return blocking([cap]).length > 0
    ? { refusal: refused('supplement-over-cap', {}, [cap]), findings: [] }
    : { findings: [same, cap] }
}

const keptRules = { 'IV-17': contractSubstanceKept, B4: procurementContractKept } as const

function amendment(asked: Asked<Proposal>): Judged {
  const { body, state } = asked
  const { grounds, raises, substance } = afterAwardOf(state)
  const { addedFen, durationDays, quality, ground } = body
  if (ground === 'supplement') return { refusal: refused('ground-of-supplement'), findings: [] }
  const touched = addedFen !== 0 || durationDays !== null || quality !== null
  const grounded = grounds.includes(ground) && (addedFen <= 0 || raises.includes(ground))
  const kept = finding(asked, keptRules[substance], { touched, grounded })
  return blocking([kept]).length > 0
    ? { refusal: refused('substance-changed', {}, [kept]), findings: [] }
    : { findings: [kept] }
}

/** Nothing changes by one side alone. */
export const answerContractChange = act(
  'answer-contract-change',
  words('答复合同变更', 'Answer a contract change'),
  z.strictObject({ id, agreed: z.boolean(), reason: text(1000, 0) }),
  (asked) => {
    const { body, state, at } = asked
    const refusal = notOfContract(asked)
    if (refusal !== undefined) return refusal
    const change = state.performing.changes.find((c) => c.id === body.id && c.answer === null)
    if (change === undefined) return refused('no-such-change', { id: body.id })
    const totalFen = contractTotalFen(state) + (body.agreed ? change.addedFen : 0)
    const changedOn = dayOf(at.now)
    return happened([event('ContractChangeAnswered', at.now, { ...body, totalFen, changedOn })])
  },
)

/** 变更公告: within the limit of its line, in full. */
export const publishContractChange = act(
  'publish-contract-change',
  words('公告合同变更', 'Publish a contract change'),
  z.strictObject({ id }),
  (asked) => {
    const { body, state, at } = asked
    const change = state.performing.changes.find((c) => c.id === body.id)
    if (change?.answer?.agreed !== true) return refused('no-such-change', { id: body.id })
    if (change.published) return refused('change-already-published')
    const { kind, ground, what, addedFen, durationDays, quality } = change
    const { totalFen, changedOn } = change.answer
    const publishedOn = dayOf(at.now)
    const step = { since: changedOn, done: publishedOn }
    const timely = stepFinding(asked, afterAwardOf(state).changes, step)
    const said = { kind, ground, what, addedFen, durationDays, quality, totalFen, changedOn }
    return happened([event('ContractChangePublished', at.now, { id: body.id, ...said })], [timely])
  },
)

export const changeActs = [proposeContractChange, answerContractChange, publishContractChange]
