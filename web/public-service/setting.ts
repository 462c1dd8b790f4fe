// SPDX-License-Identifier: Apache-2.0
/** What every page is drawn with: language, type size, the moment, and where it stands. */

import type { Instant } from '@gongxin/core/kernel'
import { type Procedure, spoken } from '@gongxin/core/procedures'
import { type CodeGroup, codeShown, type Language, type Say, sayIn } from '../design/index.ts'

export interface PageSetting {
  readonly language: Language
  readonly largeType: boolean
  readonly now: Instant
  readonly demo: boolean
  /** Path and query of the page itself, for the links that change language and type. */
  readonly address: string
}

/** The setting with its voice: what the parts of a page are handed. */
export interface Voice extends PageSetting {
  readonly say: Say
  /** A text that is no sentence of the catalogue, such as the title of an entry. */
  readonly speak: (text: string) => string
  readonly code: (group: CodeGroup, code: string) => string
}

/** Speaks the words of the procedure, where the page is about one tender. */
export function voiceOf(setting: PageSetting, procedure?: Pick<Procedure, 'speaks'>): Voice {
  const speak = (text: string) => (procedure === undefined ? text : spoken(text, procedure))
  const { language } = setting
  const code = (group: CodeGroup, of: string) => speak(codeShown(group, of, language))
  return { ...setting, say: sayIn(language, speak), speak, code }
}

/** The address with one parameter set or taken out; a cursor never survives a change. */
export function addressWith(
  address: string,
  change: { readonly [name: string]: string | null },
): string {
  const [path = '/', query = ''] = address.split('?')
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name)
    else parameters.set(name, value)
  }
  const rest = parameters.toString()
  return rest === '' ? path : `${path}?${rest}`
}
