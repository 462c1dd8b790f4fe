// SPDX-License-Identifier: Apache-2.0
/** What the map holds for one concept: one code name, one Chinese term, one English term. */

export interface Term {
  readonly zh: string
  readonly en: string
  /** One line for a bidder who may not know the term. */
  readonly note?: string
  /** Words that are never used for it, or for anything else here. */
  readonly not?: readonly string[]
  /** Words that mean another concept of this house. */
  readonly unlike?: readonly string[]
}

export type Terms = { readonly [id: string]: Term }
