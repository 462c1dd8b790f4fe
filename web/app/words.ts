// SPDX-License-Identifier: Apache-2.0
/** Catalogues of what the pages say: Chinese is the source, English its translation. */

import type { Words } from '@gongxin/core/kernel'

export type Language = 'zh' | 'en'

/** Facts of a sentence, put where it says `{name}`. */
export type Filling = Readonly<Record<string, string | number>>

/** Each line as `[中文, English]`; keys are checked where they are used. */
export function catalogue<K extends string>(
  lines: Readonly<Record<K, readonly [string, string]>>,
): Readonly<Record<K, Words>> {
  const made: Partial<Record<K, Words>> = {}
  for (const key in lines) {
    const [zh, en] = lines[key]
    made[key] = { zh, en }
  }
  return isWhole(made, lines) ? made : unreachableCatalogue()
}

export function said(words: Words, language: Language, filling: Filling = {}): string {
  const template = language === 'zh' ? words.zh : words.en
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole))
}

function isWhole<K extends string>(
  made: Partial<Record<K, Words>>,
  lines: Readonly<Record<K, readonly [string, string]>>,
): made is Record<K, Words> {
  return Object.keys(made).length === Object.keys(lines).length
}

function unreachableCatalogue(): never {
  throw new Error('a catalogue lost a line')
}
