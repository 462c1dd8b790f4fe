// SPDX-License-Identifier: Apache-2.0
/** Rows written in the same commit as the events: lists, notices, tasks, letters, timers. */

import { createHash } from 'node:crypto'
import { addMinutes, addMs, dayOf, endOf, type Instant, type Json } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { spoken, spokenWords } from '@gongxin/core/procedures'
import { disclosureItems } from '@gongxin/core/registers/disclosure'
import {
  dutiesOf,
  nextCall,
  procedureOf,
  refundable,
  type TenderEvent,
  type TenderState,
  tasksOf,
  unsettledDeposit,
} from '@gongxin/core/trading/tender'
import type { NoticeView, TenderLine } from '../http/contract/index.ts'
import { type Row, searchVector, searchVersion } from '../store/index.ts'
import { messagesFor } from './messages.ts'
import { noticeOf } from './notices.ts'
import { tenderStream } from './streams.ts'

export interface Change {
  readonly tender: string
  readonly before: TenderState
  readonly after: TenderState
  readonly events: readonly TenderEvent[]
  readonly at: Instant
  /** Acts of this tender that came later than the law allows, this change included. */
  readonly breached: number
}

export function rowsOf(change: Change): readonly Row[] {
  return [
    tenderRow(change),
    ...change.events.flatMap((event, index) => noticeRows(change, event, index)),
    ...change.events.flatMap((event, index) => messageRows(change, event, index)),
    ...taskRows(change),
    ...jobRows(change),
  ]
}

export function lineOf(tender: string, state: TenderState, at: Instant): TenderLine {
  const { project, notice } = state
  return {
    id: tender,
    title: project?.name ?? '',
    phase: state.phase,
    suspended: state.suspensions.length > 0,
    kind: project?.kind ?? '',
    line: procedureOf(state).line,
    procedure: procedureOf(state).id,
    district: project?.district ?? '',
    owner: project?.owner.name ?? '',
    agency: state.agency?.name ?? null,
    authority: project?.authority.name ?? '',
    ceilingFen: notice?.terms.ceilingFen ?? null,
    deadline: notice?.schedule.deadline ?? null,
    updatedAt: at,
    version: state.version,
  }
}

/** The clocks that run, so that the board need not fold a tender to see what is late. */
function clocksOf(state: TenderState, now: Instant): Json {
  const procedure = procedureOf(state)
  return dutiesOf(state, { calendar, now }).map(({ due: _, title, why, known, ...duty }) => {
    const told = { title: { ...spokenWords(title, procedure) }, why: spoken(why, procedure) }
    return { ...duty, ...told, ...(known === undefined ? {} : { known: [...known] }) }
  })
}

function tenderRow({ tender, after, at, breached }: Change): Row {
  const line = lineOf(tender, after, at)
  return {
    table: 'tender',
    row: {
      id: tender,
      phase: line.phase,
      suspended: line.suspended,
      kind: line.kind,
      title: line.title,
      line: line.line,
      district: line.district,
      owner: after.project?.owner.party ?? null,
      agency: after.agency?.party ?? null,
      authority: after.project?.authority.party ?? null,
      ceiling_fen: line.ceilingFen,
      bid_deadline: after.notice?.schedule.deadline ?? null,
      opened_on: after.opening === null ? null : dayOf(after.opening.at),
      version: after.version,
      updated_at: at,
      doc: { ...line, breached, duties: clocksOf(after, at) },
      search: searchVector(line.title, `${line.owner} ${line.district}`),
      search_version: searchVersion,
    },
  }
}

function noticeRows({ tender, after }: Change, event: TenderEvent, index: number): readonly Row[] {
  const usual = noticeOf(event, after)
  if (usual === null) return []
  const procedure = procedureOf(after)
  const { kind } = usual
  const [title, body] = [spoken(usual.title, procedure), spoken(usual.body, procedure)]
  const item = disclosureItems.find((i) => i.handbook === kind)
  const id = `${tender}-${kind}-${after.version}-${index}`
  const line = lineOf(tender, after, event.at)
  const view: NoticeView = {
    id,
    tender,
    kind,
    kindTitle: spokenWords({ zh: item?.title ?? kind, en: item?.titleEn ?? kind }, procedure),
    title,
    publishedAt: event.at,
    district: line.district,
    line: line.line,
    procedure: line.procedure,
    owner: line.owner,
    ceilingFen: line.ceilingFen,
    deadline: line.deadline,
  }
  return [
    {
      table: 'notice',
      row: {
        stream: tenderStream(tender),
        id,
        kind,
        published_at: event.at,
        title,
        body,
        district: line.district,
        line: line.line,
        doc: { ...view },
        search: searchVector(title, `${body} ${line.owner}`),
        search_version: searchVersion,
      },
    },
  ]
}

function messageRows({ tender, after }: Change, event: TenderEvent, index: number): readonly Row[] {
  const stream = tenderStream(tender)
  const procedure = procedureOf(after)
  return messagesFor(event, after).flatMap((message, order): readonly Row[] => {
    const id = `${tender}-${after.version}-${index}-${order}`
    const { to: organisation } = message
    const subject = spoken(message.subject, procedure)
    const body = spoken(message.body, procedure)
    const times = { delivered_at: event.at, read_at: null }
    return [
      { table: 'inbox_message', row: { organisation, id, stream, subject, body, ...times } },
      mailRow(
        { stream, id: `mail-${id}`, organisation, project: after.project?.name ?? '' },
        event,
      ),
    ]
  })
}

/** That a message waits leaves the platform with it; what the message says does not. */
function mailRow(
  of: { stream: string; id: string; organisation: string; project: string },
  event: TenderEvent,
): Row {
  const { stream, id, organisation, project } = of
  const payload: Json = { organisation, project, tender: stream.slice(tenderStream('').length) }
  const state = { attempts: 0, locked_until: null, last_error: null, done_at: null }
  return {
    table: 'outbox',
    row: { stream, id, kind: 'mail', payload, created_at: event.at, ...state },
  }
}

/** Tasks that came and tasks that went; what stays open keeps its row. */
function taskRows({ tender, before, after, at }: Change): readonly Row[] {
  const clock = { calendar, now: at }
  const was = new Map(tasksOf(before, clock).map((t) => [`${t.act} ${t.party}`, t]))
  const is = new Map(tasksOf(after, clock).map((t) => [`${t.act} ${t.party}`, t]))
  const stream = tenderStream(tender)
  const gone = [...was].filter(([key]) => !is.has(key))
  const came = [...is].filter(([key, t]) => JSON.stringify(was.get(key)) !== JSON.stringify(t))
  return [
    ...gone.map(
      ([, t]): Row => ({
        table: 'task',
        remove: { organisation: t.party, stream, id: t.act },
      }),
    ),
    ...came.map(
      ([, t]): Row => ({
        table: 'task',
        row: {
          organisation: t.party,
          stream,
          id: t.act,
          act: t.act,
          title: after.project?.name ?? '',
          due_at: t.due,
          why: spoken(t.why, procedureOf(after)),
          done_at: null,
        },
      }),
    ),
  ]
}

/** What the clock or another system must do next; each piece has one name, so it is done once. */
function jobRows({ tender, before, after, at }: Change): readonly Row[] {
  const job = (kind: string, runAt: Instant, name = kind): Row => ({
    table: 'job',
    row: {
      stream: tenderStream(tender),
      dedupe: name,
      kind,
      payload: { tender } satisfies Json,
      run_at: runAt,
      attempts: 0,
      locked_until: null,
      last_error: null,
      done_at: null,
    },
  })
  const rows: Row[] = []
  const deadline = after.notice?.schedule.deadline
  if (after.phase === 'tendering' && deadline !== undefined) {
    const held = before.suspensions.length > 0 && after.suspensions.length === 0
    if (deadline !== before.notice?.schedule.deadline || held) {
      rows.push(job('close-bidding', deadline, `close-bidding-${deadline}`))
    }
  }
  const pool = needsPool(after)
  if (pool !== null && pool !== needsPool(before)) {
    rows.push(job('freeze-pool', at, `freeze-pool-${after.version}`))
  }
  if (needsCalls(after) && !needsCalls(before)) {
    rows.push(job('call-experts', at, `call-experts-${after.version}`))
  }
  const wasOpen = before.phase === 'tendering'
  if (wasOpen && after.phase !== 'tendering') {
    // Money that was being written while the sealed streams were read is found a moment later.
    rows.push(job('take-up-deposits', addMinutes(at, 1)))
  }
  for (const { ref, until } of after.suspensions) {
    const known = before.suspensions.some((held) => held.ref === ref)
    if (until === undefined || known) continue
    rows.push(job('lift-suspension', addMs(endOf(until), 1), `lift-suspension-${ref}`))
  }
  if (owesMoney(before, after)) rows.push(job('refund', at, `refund-${after.version}`))
  if (forfeited(after) > forfeited(before)) {
    rows.push(job('claim-forfeited', at, `claim-forfeited-${after.version}`))
  }
  if (unsettledDeposit(after).length > unsettledDeposit(before).length) {
    rows.push(job('performance-deposit', at, `performance-deposit-${after.version}`))
  }
  return rows
}

function forfeited({ deposits }: TenderState): number {
  return deposits.filter(({ form, forfeitedFen }) => form !== 'transfer' && forfeitedFen > 0).length
}

/** The draw whose pool is to be frozen; none while the trade is suspended, so it comes up after. */
function needsPool({ draw, suspensions }: TenderState): string | null {
  const waiting = draw !== null && draw.pool === null && draw.short === null
  return waiting && suspensions.length === 0 ? draw.request.draw : null
}

/** At the order everything outstanding; what was released early, as soon as it is. */
function owesMoney(before: TenderState, after: TenderState): boolean {
  if (refundable(after).length === 0) return false
  const ordered = after.refundsOrdered !== null
  if (ordered && before.refundsOrdered === null) return true
  const early = (state: TenderState) =>
    refundable(state).filter(
      (d) => ordered || (d.released !== null && d.released.cause !== 'ended'),
    )
  return early(after).length > early(before).length
}

/** Somebody is to be called: a seat is open, and the drawn order has a next one. */
function needsCalls(state: TenderState): boolean {
  const specialties = state.notice?.terms.specialties ?? []
  const seating = state.phase === 'opened' || state.phase === 'evaluating'
  if (state.suspensions.length > 0) return false
  return seating && specialties.some(({ code }) => nextCall(state, code) !== undefined)
}

/** Names the request, so that a second one under the same key can be told apart. */
export function requestDigest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
}
