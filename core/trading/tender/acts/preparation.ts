// SPDX-License-Identifier: Apache-2.0
/** Deciders of 立项, 委托, 备案 and 入场. */

import {
  blocking,
  dayOf,
  fileRef,
  happened,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { findProcedure, isInForce, usualProcedure } from '../../../procedures/index.ts'
import { party } from '../events/entry.ts'
import { statedProject } from '../events/preparation.ts'
import { event } from '../events.ts'
import { projectFindings } from '../rules/index.ts'
import { act } from './act.ts'
import { provideHolderKey } from './holders.ts'

/** T01 立项登记. The tender's own first event; the owner is the caller and names the procedure. */
export const registerProject = act(
  'register-project',
  words('登记项目', 'Register the project'),
  z.strictObject({ ...statedProject, procedure: line(80).optional() }),
  (asked) => {
    const { body, actor, at, state } = asked
    if (state.project !== null) return refused('already-registered')
    const named = body.procedure ?? usualProcedure
    const procedure = findProcedure(named)
    const today = dayOf(at.now)
    if (procedure === undefined || !procedure.kinds.includes(body.kind)) {
      return refused('procedure-not-for-this', { procedure: named })
    }
    if (!isInForce(procedure, today)) return refused('procedure-not-in-force', { today })
    if (procedure.line === 'procurement' && body.procurement === undefined) {
      return refused('procurement-facts-missing')
    }
    const grounds = projectFindings(asked, procedure)
    if (blocking(grounds.findings).length > 0) {
      return refused('procedure-without-ground', {}, grounds.findings)
    }
    const registered = event('ProjectRegistered', at.now, {
      ...body,
      procedure: named,
      compulsory: grounds.compulsory,
      region: '450200',
      owner: { party: actor.party, name: at.facts.callerName ?? actor.party },
    })
    return happened([registered], grounds.findings)
  },
)

/** T02 委托代理: chosen freely, by written contract. */
export const entrustAgency = act(
  'entrust-agency',
  words('委托代理机构', 'Entrust an agency'),
  z.strictObject({ agency: party, mandate: text(500), contract: fileRef.nullable() }),
  ({ body, at, state }) => {
    if (body.agency.party === state.project?.owner.party) return refused('agency-is-owner')
    return happened([event('AgencyEntrusted', at.now, body)])
  },
)

/** T03 招标备案: a notification; the receipt is instant and nobody can refuse it. */
export const notifyFiling = act(
  'notify-filing',
  words('招标备案', 'Notify the filing'),
  z.strictObject({ form: z.enum(['self', 'agency']) }),
  ({ body, at, state }) => {
    if (body.form === 'agency' && state.agency === null) return refused('no-agency-entrusted')
    const receipt = `备${dayOf(at.now).replaceAll('-', '')}-${state.project?.projectCode ?? ''}`
    return happened([event('FilingNotified', at.now, { form: body.form, receipt })])
  },
)

/** T04 入场登记: completeness and rooms, nothing about legality. */
export const admitEntry = act(
  'admit-entry',
  words('办理入场登记', 'Register the entry'),
  z.strictObject({ openingRoom: line(60), evaluationRoom: line(60) }),
  ({ body, at }) => happened([event('EntryAdmitted', at.now, body)]),
)

/** The only three grounds on which the centre may hand back an entry. */
export const returnEntry = act(
  'return-entry',
  words('退回补正', 'Return for completion'),
  z.strictObject({
    reason: z.enum(['incomplete', 'duplicate', 'out-of-system']),
    missing: text(500),
  }),
  ({ body, at }) => happened([event('EntryReturned', at.now, body)]),
)

export const preparationActs = [
  registerProject,
  entrustAgency,
  notifyFiling,
  admitEntry,
  returnEntry,
  provideHolderKey,
]
