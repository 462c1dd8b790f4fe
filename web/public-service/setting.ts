// SPDX-License-Identifier: Apache-2.0
/** What every page is drawn with: language, type size, the moment, and where it stands. */

import type { Instant } from '@gongxin/core/kernel'
import { type Language, type Say, sayIn } from '../design/index.ts'

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
}

export function voiceOf(setting: PageSetting): Voice {
  return { ...setting, say: sayIn(setting.language) }
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
