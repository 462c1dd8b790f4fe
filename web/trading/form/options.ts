// SPDX-License-Identifier: Apache-2.0
/** Lists to choose from that the tender itself knows: bids, members, objections, grounds. */

import { type Words, words, yuanShown } from '@gongxin/core/kernel'
import { citeShown, methodGrounds, passOverReasons, rejectionGrounds } from '@gongxin/core/law'
import { procedures } from '@gongxin/core/procedures'
import { specialties } from '@gongxin/core/registers/experts'
import {
  agreedChanges,
  candidatesOf,
  factorsOf,
  isPending,
  paidFen,
  type TenderState,
  unpaidInvoices,
} from '@gongxin/core/trading/tender'
import { districts, type Language } from '../../app/index.ts'
import type { Widget } from '../fields.ts'
import { groundTitle } from '../grounds.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

interface Asked {
  readonly act: string
  readonly state: TenderState | null
  readonly language: Language
}

/** Undefined where the widget is no list. */
export function optionsFor(widget: Widget | null, asked: Asked): readonly Option[] | undefined {
  const { state, act, language } = asked
  const of = (w: Words) => (language === 'zh' ? w.zh : w.en)
  switch (widget) {
    case 'bid':
      return act === 'award' && state !== null ? candidateOptions(state) : bidOptions(state)
    case 'ground':
      return rejectionGrounds.map(({ id }) => ({ value: id, label: of(groundTitle(id)) }))
    case 'pass-over':
      return passOverReasons.map(({ id, title }) => ({ value: id, label: title }))
    case 'member':
      return (state?.committee?.members ?? []).map((m) => ({ value: m.member, label: m.name }))
    case 'objection':
      return (state?.objections ?? [])
        .filter((o) => o.answer === null)
        .map((o, i) => ({ value: o.id, label: headOf(o.lodged?.text, i, language) }))
    case 'enquiry':
      return (state?.enquiries ?? [])
        .filter((e) => e.answer === null)
        .map((e, i) => ({ value: e.id, label: headOf(e.asked?.text, i, language) }))
    case 'own-objection':
      return [
        ...(state?.objections ?? []).map(({ id, lodged }) => ({ id, text: lodged?.text })),
        ...(state?.openingObjections ?? []),
      ].map(({ id, text }, i) => ({ value: id, label: headOf(text, i, language) }))
    case 'complaint':
      return (state?.complaints ?? [])
        .filter(isPending)
        .map((c, i) => ({ value: c.id, label: headOf(complaintText(c), i, language) }))
    case 'stop':
      return (state?.complaints ?? []).flatMap(({ stops }) =>
        stops.flatMap(({ id, to }) => (to === null ? [{ value: id, label: id }] : [])),
      )
    case 'opening-objection':
      return (state?.openingObjections ?? [])
        .filter((o) => o.answer === null)
        .map((o, i) => ({ value: o.id, label: headOf(o.text, i, language) }))
    case 'clarification':
      return (state?.evaluation?.clarifications ?? [])
        .filter((c) => c.reply === null)
        .map((c, i) => ({ value: c.id, label: headOf(c.question, i, language) }))
    case 'directive':
      return (state?.directives ?? []).map((d) => ({ value: d.id, label: d.number }))
    case 'change':
      return changeOptions(state, act)
    case 'invoice':
      return (state === null ? [] : unpaidInvoices(state)).map((invoice) => ({
        value: invoice.id,
        label: `${invoice.number} ${yuanShown(invoice.amountFen - paidFen(invoice))}`,
      }))
    case 'factor':
      return factorOptions(state)
    case 'specialty':
      return specialties.map(({ code, name, english }) => ({
        value: code,
        label: of(words(`${code} ${name}`, `${code} ${english}`)),
      }))
    case 'procedure':
      return procedures.map(({ id, title, basis }) => ({
        value: id,
        label: `${of(title)}（${basis.map(citeShown).join('、')}）`,
      }))
    case 'method-ground':
      return methodGrounds.map(({ id, title }) => ({ value: id, label: title }))
    case 'district':
      return districts.map((district) => ({ value: district.zh, label: of(district) }))
    default:
      return undefined
  }
}

export function specialtyTitle(code: string): Words {
  const known = specialties.find((one) => one.code === code)
  return known === undefined
    ? words('其他专业', 'Other specialty')
    : words(known.name, known.english)
}

function complaintText({ lodged, notified }: TenderState['complaints'][number]) {
  return lodged?.facts ?? notified?.facts
}

function candidateOptions(state: TenderState): readonly Option[] {
  return candidatesOf(state).map((c) => ({ value: c.bid, label: `${c.rank}. ${c.bidder.name}` }))
}

/** What still waits: for the contractor's answer, or for its publication. */
function changeOptions(state: TenderState | null, act: string): readonly Option[] {
  if (state === null) return []
  const waiting =
    act === 'answer-contract-change'
      ? state.performing.changes.filter((c) => c.answer === null)
      : agreedChanges(state).filter((c) => !c.published)
  return waiting.map(({ id, what }) => ({ value: id, label: [...what].slice(0, 40).join('') }))
}

function bidOptions(state: TenderState | null): readonly Option[] {
  return (state?.bids ?? []).map((bid) => ({ value: bid.no, label: bid.bidder.name }))
}

function factorOptions(state: TenderState | null): readonly Option[] {
  return factorsOf(state?.notice?.terms.method).map((f) => ({ value: f.id, label: f.title }))
}

function headOf(text: string | undefined, index: number, language: Language): string {
  const number = language === 'zh' ? `第${index + 1}件` : `No. ${index + 1}`
  return text === undefined ? number : `${number}：${[...text].slice(0, 40).join('')}`
}
