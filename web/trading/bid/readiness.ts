// SPDX-License-Identifier: Apache-2.0
/** The list that turns green line by line; it warns, the server and the committee decide. */

import type { Words } from '@gongxin/core/kernel'
import { yuanOfWords } from '@gongxin/core/law'
import type { BidState } from '@gongxin/core/trading/bid'
import { openingForm, type TenderTerms } from '@gongxin/core/trading/tender'
import { at, type Body, isList } from '../form/index.ts'
import { linesOf, sumOf } from './content.ts'
import { messages } from './messages.ts'

export interface ReadyLine {
  readonly id: string
  readonly words: Words
  readonly done: boolean
  /** Step of the tool where it is mended. */
  readonly step: number
  /** False for what is wise but not asked. */
  readonly needed: boolean
}

export function readinessOf(
  content: Body,
  terms: TenderTerms,
  bid: Pick<BidState, 'deposit'> | null,
  keys: { readonly saved: boolean },
): readonly ReadyLine[] {
  return [
    ...formLines(content, terms),
    ...answerLines(content, terms),
    ...otherLines(content, terms, bid),
    line('keys', messages.readyKeys, { done: keys.saved, step: 4 }),
  ]
}

function formLines(content: Body, terms: TenderTerms): readonly ReadyLine[] {
  const form = openingForm.safeParse(content.form)
  const price = form.success ? form.data.priceFen : 0
  const ceiling = terms.ceilingFen
  const lines = linesOf(content)
  const priced = lines.every((line) => line.totalFen !== undefined) && sumOf(lines) === price
  return [
    line('form', messages.readyForm, { done: form.success, step: 0 }),
    ...(ceiling === null
      ? []
      : [
          line('ceiling', messages.readyCeiling, {
            done: within(at(content, ['form', 'priceFen']), [1, ceiling]),
            step: 0,
          }),
        ]),
    line('duration', messages.readyDuration, {
      done: within(at(content, ['form', 'durationDays']), [1, terms.durationDays]),
      step: 0,
    }),
    line('validity', messages.readyValidity, {
      done: within(at(content, ['form', 'validityDays']), [terms.validityDays, 10_000]),
      step: 0,
    }),
    line('words', messages.readyWords, { done: wordsAgree(content, price), step: 0 }),
    ...(terms.bill.length === 0
      ? []
      : [line('bill', messages.readyBill, { done: priced, step: 1 })]),
  ]
}

function within(value: unknown, [least, most]: readonly [number, number]): boolean {
  return typeof value === 'number' && value >= least && value <= most
}

function wordsAgree(content: Body, priceFen: number): boolean {
  const said = content.priceInWords
  if (typeof said !== 'string' || said === '') return false
  const yuan = yuanOfWords(said)
  return yuan?.mul(100).equals(priceFen) === true
}

function answerLines(content: Body, terms: TenderTerms): readonly ReadyLine[] {
  const answers = content.qualifications
  const answered = terms.qualifications.every(
    ({ id }) =>
      isList(answers) &&
      answers.some((a) => at(a, ['id']) === id && String(at(a, ['statement']) ?? '').trim() !== ''),
  )
  const accepted = content.starredAccepted
  const starred = terms.starred.every(({ id }) => isList(accepted) && accepted.includes(id))
  return [
    line('qualification', messages.readyQualification, { done: answered, step: 2 }),
    ...(terms.starred.length === 0
      ? []
      : [line('starred', messages.readyStarred, { done: starred, step: 2 })]),
  ]
}

function otherLines(
  content: Body,
  terms: TenderTerms,
  bid: Pick<BidState, 'deposit'> | null,
): readonly ReadyLine[] {
  const files = isList(content.files) && content.files.length > 0
  return [
    { id: 'files', words: messages.readyFiles, done: files, step: 3, needed: false },
    ...(terms.deposit === null
      ? []
      : [
          {
            id: 'deposit',
            words: messages.readyDeposit,
            done: bid?.deposit != null,
            step: 4,
            needed: false,
          },
        ]),
  ]
}

function line(
  id: string,
  words: Words,
  { done, step }: { readonly done: boolean; readonly step: number },
): ReadyLine {
  return { id, words, done, step, needed: true }
}
