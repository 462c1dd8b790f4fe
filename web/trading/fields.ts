// SPDX-License-Identifier: Apache-2.0
/** The catalogue of fields: for every field of every act its name, its help and its widget. */

import { type Words, words } from '@gongxin/core/kernel'
import { choiceTable } from './fields/choices.ts'
import { evaluationTable } from './fields/evaluation.ts'
import { eventTable } from './fields/events.ts'
import { performanceChoices, performanceTable } from './fields/performance.ts'
import { preparationTable } from './fields/preparation.ts'
import { procurementChoices, procurementTable } from './fields/procurement.ts'
import { remedyChoices, remedyTable } from './fields/remedies.ts'
import { resultTable } from './fields/result.ts'
import { roundChoices, roundTable } from './fields/rounds.ts'
import { termsTable } from './fields/terms.ts'

export const widgets = [
  'line',
  'long',
  'money',
  'signed-money',
  'percent',
  'decimal',
  'moment',
  'day',
  'count',
  'generated',
  'hidden',
  'bid',
  'ground',
  'member',
  'objection',
  'opening-objection',
  'clarification',
  'directive',
  'change',
  'invoice',
  'tender',
  'party',
  'specialty',
  'factor',
  'pass-over',
  'district',
  'rule',
  'enquiry',
  'own-objection',
  'complaint',
  'stop',
  'evidence',
  'procedure',
  'method-ground',
] as const
export type Widget = (typeof widgets)[number]

export interface Field {
  readonly label: Words
  readonly help: Words
  readonly widget: Widget | null
}

// What a person fills in speaks before what only the record shows: a later row replaces.
const fields = readFields([
  ...[roundTable, remedyTable, eventTable, resultTable, performanceTable],
  ...[evaluationTable, termsTable, preparationTable, procurementTable],
])
const choices = readChoices([
  ...[roundChoices, remedyChoices, choiceTable, performanceChoices],
  procurementChoices,
])

/** `act/path` first, then ever shorter tails of the path: `deposit.amountFen`, `amountFen`. */
export function findField(act: string, path: string): Field | undefined {
  for (const key of keysFor(act, path)) {
    const found = fields.get(key)
    if (found !== undefined) return found
  }
  return undefined
}

export function getField(act: string, path: string): Field {
  return findField(act, path) ?? { label: words('内容', 'Content'), help: none, widget: null }
}

export function findChoice(act: string, path: string, value: string): Words | undefined {
  for (const key of keysFor(act, path)) {
    const found = choices.get(`${key}=${value}`)
    if (found !== undefined) return found
  }
  return undefined
}

export function choiceWords(act: string, path: string, value: string): Words {
  return findChoice(act, path, value) ?? words('其他', 'Other')
}

const none = words('', '')

function keysFor(act: string, path: string): readonly string[] {
  const steps = path.split('.')
  return [`${act}/${path}`, ...steps.map((_, index) => steps.slice(index).join('.'))]
}

function readFields(tables: readonly string[]): ReadonlyMap<string, Field> {
  return new Map(
    tables.flatMap(rowsOf).map(([key = '', zh = '', en = '', helpZh = '', helpEn = '', widget]) => {
      const field = { label: words(zh, en), help: words(helpZh, helpEn), widget: widgetOf(widget) }
      return [key, field] as const
    }),
  )
}

function readChoices(tables: readonly string[]): ReadonlyMap<string, Words> {
  return new Map(tables.flatMap(rowsOf).map(([key = '', zh = '', en = '']) => [key, words(zh, en)]))
}

function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((row) => row.includes('|'))
    .map((row) => row.split('|').map((cell) => cell.trim()))
}

function widgetOf(text: string | undefined): Widget | null {
  return widgets.find((widget) => widget === text) ?? null
}
