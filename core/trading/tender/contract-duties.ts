// SPDX-License-Identifier: Apache-2.0
/** 合同的期限: publication, filing, changes, payment, rectification, and the deposit that goes back. */

import { endOf, type Instant, instantOn, words } from '../../kernel/index.ts'
import { explainDue } from '../../law/index.ts'
import { lawDayOf } from './acts/act.ts'
import { type Clock, type Duty, duty } from './duty.ts'
import {
  afterAwardOf,
  agreedChanges,
  depositLeftFen,
  depositReturnDue,
  passedAcceptance,
  paymentDue,
  unpaidInvoices,
} from './performing.ts'
import type { Invoice, TenderState } from './state.ts'

export function contractDuties(state: TenderState, at: Clock): readonly Duty[] {
  const { contract, ending } = state
  if (contract === null || ending !== null) return []
  return [
    ...publicationDuties(state, contract.at, at),
    ...unpaidInvoices(state).flatMap((invoice) => paymentDuty(state, invoice, at)),
    ...rectificationDuty(state),
    ...depositDuty(state),
  ]
}

function publicationDuties(state: TenderState, since: Instant, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  const { publication, filing, changes } = afterAwardOf(state)
  const { published, filed } = state.performing
  const publish = {
    ...{ id: 'publish-contract', act: 'publish-contract', owner, since },
    title: words('公告合同', 'Publish the contract'),
  }
  const file = {
    ...{ id: 'file-contract', act: 'file-contract', owner, since },
    title: words('合同备案', 'File the contract'),
  }
  return [
    ...(publication === null || published !== null
      ? []
      : duty(state, at, { ...publish, limit: publication })),
    ...(filing === null || filed !== null
      ? []
      : ofSides(state, duty(state, at, { ...file, limit: filing }))),
    ...agreedChanges(state)
      .filter((change) => !change.published)
      .flatMap(({ id, answeredAt }) =>
        ofSides(
          state,
          duty(state, at, {
            ...{ id: `publish-change-${id}`, act: 'publish-contract-change', owner },
            title: words('公告合同变更', 'Publish the contract change'),
            since: answeredAt ?? since,
            limit: changes,
          }),
        ),
      ),
  ]
}

/** What the public cannot see done it is not told to be waiting for. */
function ofSides(state: TenderState, duties: readonly Duty[]): readonly Duty[] {
  return duties.map((one) => ({ ...one, known: sidesOf(state) }))
}

/** Both sides of the contract, and the authority that watches them. */
function sidesOf({ project, agency, contract }: TenderState): readonly string[] {
  const parties = [project?.owner, agency, project?.authority, contract?.winner]
  return parties.flatMap((one) => one?.party ?? [])
}

function paymentDuty(state: TenderState, invoice: Invoice, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  const found = paymentDue(state, invoice, counting)
  if (found === null || owner === undefined) return []
  const { on, due } = found
  const why = due === null ? `合同约定${on}前付款。` : explainDue(due)
  return [
    {
      ...{ id: `payment-${invoice.id}`, act: 'record-payment', owner, why, due },
      title: words(`支付发票${invoice.number}`, `Pay invoice ${invoice.number}`),
      known: sidesOf(state),
      ...{ since: invoice.at, until: endOf(on) },
    },
  ]
}

/** What was to be mended is shown mended by its day; the owner then judges it again. */
function rectificationDuty(state: TenderState): readonly Duty[] {
  const last = state.performing.acceptances.at(-1)
  const contractor = state.contract?.winner.party
  if (last?.outcome !== 'rectify' || last.rectifyUntil === null || contractor === undefined) {
    return []
  }
  const since = instantOn(last.on, '00:00')
  const shown = state.performing.records.some(({ by, on }) => by === 'contractor' && on >= last.on)
  if (shown) return []
  return [
    {
      ...{ id: `rectify-${last.id}`, act: 'record-performance', owner: contractor, since },
      title: words('整改后登记履约情况', 'Show what was mended'),
      until: endOf(last.rectifyUntil),
      why: `验收要求${last.rectifyUntil}前整改。`,
      ...{ due: null, known: sidesOf(state) },
    },
  ]
}

/** PB-4: the contract names the day; without one it is due as soon as the work has passed. */
function depositDuty(state: TenderState): readonly Duty[] {
  const owner = state.project?.owner.party
  const accepted = passedAcceptance(state)
  if (accepted === undefined || owner === undefined || depositLeftFen(state) === 0) return []
  const on = depositReturnDue(state)
  return [
    {
      ...{ id: 'return-performance-deposit', act: 'return-performance-deposit', owner },
      title: words('退还履约保证金', 'Return the performance deposit'),
      since: instantOn(accepted.on, '00:00'),
      until: on === null ? null : endOf(on),
      why: on === null ? '验收已经合格。' : `合同约定${on}前退还。`,
      ...{ due: null, known: sidesOf(state) },
    },
  ]
}
