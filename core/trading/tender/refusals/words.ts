// SPDX-License-Identifier: Apache-2.0
/** The form of a refusal: three parts, in two languages. */

/** Chinese sentence, English sentence, next step in both; `{name}` takes a fact. */
export interface RefusalWords {
  readonly zh: string
  readonly en: string
  readonly nextZh: string
  readonly nextEn: string
}

export function because(zh: string, en: string, nextZh: string, nextEn: string): RefusalWords {
  return { zh, en, nextZh, nextEn }
}
