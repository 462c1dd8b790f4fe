// SPDX-License-Identifier: Apache-2.0
/** The server's own check of a notice, run while one types; and where each finding belongs. */

import type { Actor, Finding, Instant, z } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  checkNotice,
  findAct,
  type NoticeBody,
  type TenderState,
} from '@gongxin/core/trading/tender'
import type { Value } from '../form/index.ts'

export interface Checked {
  readonly findings: readonly Finding[]
  /** False while something is not filled in, so that the check could not run. */
  readonly whole: boolean
}

interface Asked {
  readonly body: Value
  readonly state: TenderState
  readonly actor: Actor
  readonly now: Instant
}

export function checkDocument({ body, state, actor, now }: Asked): Checked {
  const notice = noticeOf(body)
  if (notice === null) return { findings: [], whole: false }
  const at = { now, calendar, facts: {} }
  return { findings: checkNotice({ body: notice, state, actor, at }), whole: true }
}

function noticeOf(body: Value): NoticeBody | null {
  const shape: z.ZodType | undefined = findAct('publish-notice')?.shape
  const parsed = shape?.safeParse(body)
  return parsed?.success === true && isNotice(parsed.data) ? parsed.data : null
}

function isNotice(value: unknown): value is NoticeBody {
  return typeof value === 'object' && value !== null && 'terms' in value && 'schedule' in value
}

export function blockingIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((f) => f.outcome === 'breached' && f.weight === 'block')
}

/** Findings that let the notice out only with a signed reason. */
export function askingIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((f) => f.outcome === 'breached' && f.weight === 'reason')
}

/** The sections a finding is shown beside. */
export function sectionsOf(finding: Finding): readonly string[] {
  const fixed = ruleSections[finding.rule]
  if (fixed !== undefined) return [fixed]
  const { places } = finding.inputs
  if (!Array.isArray(places)) return []
  const named: readonly unknown[] = places
  return [...new Set(named.map(fieldOf).map((field) => fieldSections[field] ?? 'scope'))]
}

function fieldOf(place: unknown): string {
  if (typeof place !== 'object' || place === null || !('field' in place)) return ''
  return String(place.field)
}

const ruleSections: Readonly<Record<string, string>> = {
  'document-availability': 'times',
  'bid-preparation-time': 'times',
  'bid-deposit-cap': 'money',
  'performance-deposit-cap': 'money',
  'committee-shape': 'committee',
  'procurement-deposit-cap': 'money',
  'procurement-bond-cap': 'money',
  'price-weight': 'method',
}
const fieldSections: Readonly<Record<string, string>> = {
  scope: 'scope',
  qualifications: 'qualification',
  starred: 'qualification',
  factors: 'method',
  contractTerms: 'contract',
  payment: 'contract',
  tieRule: 'committee',
}
