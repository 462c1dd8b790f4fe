// SPDX-License-Identifier: Apache-2.0
/** 公平竞争审查: reads the texts of a tender; only numbers block, words ask for a reason. */

import { type CivilDate, citeText, day, type Finding } from '../../kernel/index.ts'
import {
  type FairnessLevel,
  type FairnessPattern,
  fairnessPatterns,
} from './fair-competition-patterns.ts'

/** One text of the notice, qualification, scoring or contract. */
export interface ScannedText {
  /** Where it stands, such as `qualification`. */
  readonly field: string
  readonly text: string
}

export interface FairnessHit {
  readonly id: string
  readonly field: string
  /** Offset of the first character in the text. */
  readonly at: number
  readonly excerpt: string
  readonly level: FairnessLevel
}

/** Whose document it is: FCR binds rule makers and public bodies, not every owner. */
export interface ScannedFor {
  readonly publicBody: boolean
}

const inForceSince: CivilDate = day('2024-05-01')

/** Every place in the texts that a pattern finds, in reading order. */
export function scanTexts(texts: readonly ScannedText[], of: ScannedFor): readonly FairnessHit[] {
  return texts.flatMap((text) => {
    const hits = fairnessPatterns.flatMap((pattern) => hitsOf(pattern, text, of))
    return hits.sort((a, b) => a.at - b.at)
  })
}

/** The scan as findings: one for each row that was hit, with its places. */
export function fairnessFindings(
  texts: readonly ScannedText[],
  of: ScannedFor,
): readonly Finding[] {
  const hits = scanTexts(texts, of)
  return fairnessPatterns.flatMap((pattern) => {
    const own = hits.filter((hit) => hit.id === pattern.id)
    return own.length === 0 ? [] : [findingOf(pattern, own)]
  })
}

/** Over-cap deposits and short periods are judged by their own rules, which do block. */
export function weightOf(level: FairnessLevel): Finding['weight'] {
  if (level === 'hard') return 'block'
  return level === 'flag' ? 'reason' : 'advice'
}

function findingOf(pattern: FairnessPattern, hits: readonly FairnessHit[]): Finding {
  const places = hits.map((hit) => `“${hit.excerpt}”`).join('、')
  return {
    rule: `fair-competition-${pattern.id.toLowerCase()}`,
    handbook: pattern.id,
    cites: pattern.cites.map(citeText),
    version: inForceSince,
    inputs: { places: hits.map(({ field, at, excerpt }) => ({ field, at, excerpt })) },
    outcome: 'breached',
    sentence: `疑似${pattern.title}：${places}（${pattern.cites.map(citeText).join('、')}）。`,
    weight: weightOf(levelFor(pattern, hits)),
    readings: ['R-043'],
  }
}

function levelFor(pattern: FairnessPattern, hits: readonly FairnessHit[]): FairnessLevel {
  return hits[0]?.level ?? pattern.level
}

function hitsOf(
  pattern: FairnessPattern,
  { field, text }: ScannedText,
  { publicBody }: ScannedFor,
): readonly FairnessHit[] {
  const onlyFairness = pattern.cites.every((cite) => cite.document === '公平竞争审查规则')
  const level = onlyFairness && !publicBody && pattern.level === 'flag' ? 'warn' : pattern.level
  return pattern.patterns.flatMap((form) =>
    [...text.matchAll(new RegExp(form, 'gu'))]
      .filter((match) => !isHarmless(pattern, text, match))
      .map((match) => ({ id: pattern.id, field, at: match.index, excerpt: match[0], level })),
  )
}

/** A named brand with 或相当于 beside it is a reference, not a restriction. */
function isHarmless(pattern: FairnessPattern, text: string, match: RegExpExecArray): boolean {
  if (pattern.unless === undefined) return false
  return pattern.unless.test(text.slice(match.index, match.index + match[0].length + 20))
}
