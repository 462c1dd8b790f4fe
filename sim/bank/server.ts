// SPDX-License-Identifier: Apache-2.0
/** The demo bank over HTTP: money in, guarantees, money back, rates, statements. */

import { isCivilDate, z } from '@gongxin/core/kernel'
import {
  found,
  missing,
  type Replying,
  type Running,
  type Serving,
  serveJson,
  shaped,
} from '../serving/index.ts'
import { counterPage, fenOf, type Slip, slipOf } from './counter.ts'
import { type Credit, creditBody, type Ledger, openLedger, refundBody } from './ledger.ts'
import {
  claimBody,
  type Issue,
  issueBody,
  issuers,
  paperForms,
  releaseBody,
} from './paper-shapes.ts'
import { claim, issue, paperShown, release } from './papers.ts'
import { type Platform, platformAt, today } from './platform.ts'
import { rateOn } from './rates.ts'

export interface BankOptions {
  readonly port: number
  /** File of the book. */
  readonly ledger: string
  readonly platform: string | undefined
  readonly key: string
  /** Pause between two attempts to tell the platform. */
  readonly retryMs?: number
}

export async function startBank(options: BankOptions): Promise<Running> {
  const ledger = openLedger(options.ledger)
  const platform = platformAt(options.platform, options.key)
  const counter = { ledger, platform, tell: oneAtATime(() => tellWaiting(ledger, platform)) }
  const running = await serveJson(options.port, tableOf(counter))
  const timer = setInterval(() => {
    counter.tell().catch((error: unknown) => console.error(error))
  }, options.retryMs ?? 2_000)
  return {
    url: running.url,
    async stop() {
      clearInterval(timer)
      await running.stop()
    },
  }
}

interface Counter {
  readonly ledger: Ledger
  readonly platform: Platform
  readonly tell: () => Promise<Told>
}

/** Statement number → what the platform said. */
type Told = ReadonlyMap<string, string>

/** Two tellers at once would tell the same credit twice. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work, work)
    last = next
    return next
  }
}

function tableOf(counter: Counter): readonly Serving[] {
  const { ledger, platform } = counter
  return [
    { method: 'GET', path: /^\/$/, answer: () => found({ name: '演示银行（柳州）' }) },
    { method: 'GET', path: /^\/counter$/, answer: ({ query }) => page(slipOf(query), '') },
    {
      method: 'POST',
      path: /^\/counter$/,
      answer: ({ body }) => taken(counter, slipOf(new URLSearchParams(formShape.parse(body)))),
    },
    { method: 'GET', path: /^\/healthz$/, answer: () => found({ ok: true }) },
    {
      method: 'POST',
      path: /^\/transfers$/,
      answer: ({ body }) =>
        shaped(creditBody, body, (credit) =>
          credit.form === 'transfer' ? booked(counter, credit) : wrongForm(credit.form),
        ),
    },
    {
      method: 'POST',
      path: /^\/guarantees$/,
      answer: ({ body }) => shaped(issueBody, body, (asked) => issued(counter, asked)),
    },
    ...paperTable(counter),
    {
      method: 'POST',
      path: /^\/refunds$/,
      answer: ({ body }) =>
        shaped(refundBody, body, async (refund) => {
          const entry = ledger.refund(refund, await today(platform))
          return entry === 'conflict'
            ? { status: 409, body: { code: 'reference-used' } }
            : found({ statement: entry.statement, on: entry.on }, 201)
        }),
    },
    {
      method: 'GET',
      path: /^\/rates$/,
      answer: ({ query }) => {
        const on = query.get('on') ?? ''
        const rate = isCivilDate(on) ? rateOn(on) : undefined
        return rate === undefined ? missing() : found(rate)
      },
    },
    {
      method: 'GET',
      path: /^\/accounts\/(\d+)\/statement$/,
      answer: ({ parts }) => found(statement(ledger, parts[0] ?? '')),
    },
  ]
}

/** One counter for guarantees, insurance and money: confirm, call upon, release. */
function paperTable({ ledger, platform }: Counter): readonly Serving[] {
  const written = (entry: { statement: string; on: string } | 'unknown' | 'conflict'): Replying => {
    if (entry === 'unknown') return missing()
    if (entry === 'conflict') return { status: 409, body: { code: 'not-in-force' } }
    return found({ statement: entry.statement, on: entry.on }, 201)
  }
  return [
    {
      method: 'GET',
      path: /^\/papers\/(\w+)$/,
      answer: ({ parts }) => found({ paper: paperShown(ledger, parts[0] ?? '') ?? null }),
    },
    {
      method: 'POST',
      path: /^\/papers\/(\w+)\/claims$/,
      answer: ({ parts, body }) =>
        shaped(claimBody, body, async (asked) =>
          written(claim(ledger, parts[0] ?? '', asked, await today(platform))),
        ),
    },
    {
      method: 'POST',
      path: /^\/papers\/(\w+)\/release$/,
      answer: ({ parts, body }) =>
        shaped(releaseBody, body, async (asked) =>
          written(release(ledger, parts[0] ?? '', asked, await today(platform))),
        ),
    },
  ]
}

/** A bid deposit is told to the platform under the number of its paper. */
async function issued(counter: Counter, asked: Issue): Promise<Replying> {
  const paper = issue(counter.ledger, asked, await today(counter.platform))
  const { number, on, account, form, amountFen } = paper
  if (account === undefined) return found({ number, on }, 201)
  const from = issuers[form].name
  const { body } = await booked(counter, { account, form, amountFen, from, reference: number })
  return found({ ...bookedShape.parse(body), number, on }, 201)
}

async function booked(counter: Counter, credit: Credit): Promise<Replying> {
  const entry = counter.ledger.credit(credit, await today(counter.platform))
  const told = await counter.tell()
  return found({ statement: entry.statement, on: entry.on, told: told.get(entry.statement) }, 201)
}

const formShape = z.record(z.string(), z.string()).catch({})

/** What a person handed in at the counter, with the answer on the same page. */
async function taken(counter: Counter, slip: Slip): Promise<Replying> {
  const { yuan, applicant, beneficiary, validUntil, purpose, ...rest } = slip
  const amountFen = fenOf(yuan)
  const paper = paperForms.find((form) => form === slip.form)
  if (paper !== undefined) {
    const { account, reference } = slip
    const own = { form: paper, applicant, beneficiary, validUntil, reference, amountFen }
    const asked = issueBody.safeParse(account === '' ? own : { ...own, account })
    if (!asked.success) return page(slip, '请检查申请人、受益人、金额和有效期后再提交。', 400)
    return answered(slip, await issued(counter, asked.data))
  }
  const own = purpose === 'performance' ? { purpose, payer: applicant } : {}
  const credit = creditBody.safeParse({ ...rest, ...own, amountFen })
  if (!credit.success) return page(slip, '请检查账号、金额和凭证号后再提交。', 400)
  return answered(slip, await booked(counter, credit.data))
}

function answered(slip: Slip, { body }: Replying): Replying {
  const { told, statement, number } = bookedShape.parse(body)
  if (told === 'refused') return page(slip, '收款方没有登记，请核对账号、当事人和有效期。', 400)
  const said = number === undefined ? `已缴纳，流水号${statement}。` : `已开立，编号${number}。`
  return page(slip, said, 201)
}

const bookedShape = z.object({
  statement: z.string().optional(),
  number: z.string().optional(),
  told: z.string().optional(),
})

function page(slip: Slip, said: string, status = 200): Replying {
  return { status, body: counterPage(slip, said), page: true }
}

/** The platform is told until it has answered; a clear no is an answer too. */
async function tellWaiting(ledger: Ledger, platform: Platform): Promise<Told> {
  const told = new Map<string, string>()
  for (const credit of ledger.waiting()) {
    const answer = await platform.tell(credit)
    told.set(credit.statement, answer)
    if (answer === 'unavailable') break
    ledger.notified(credit.statement)
  }
  return told
}

function statement(ledger: Ledger, account: string) {
  const entries = ledger.statementOf(account)
  const balanceFen = entries.reduce(
    (sum, e) => sum + (e.kind === 'credit' ? e.amountFen : -e.principalFen),
    0,
  )
  return { demo: '演示账户，不是真实资金', account, balanceFen, entries }
}

function wrongForm(form: string): Replying {
  return { status: 400, body: { code: 'malformed', issues: [{ path: 'form', message: form }] } }
}
