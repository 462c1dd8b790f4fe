// SPDX-License-Identifier: Apache-2.0
/** One document of the catalogue: what it is called, who made it, when its texts are in force. */

import type { CivilDate } from '../kernel/index.ts'
import type { SourceMark } from './limit.ts'

export interface LawText {
  readonly from: CivilDate
  /** Last day in force, where a document names one. */
  readonly to?: CivilDate
}

export interface LawDocument {
  /** As rules cite it. */
  readonly shortName: string
  readonly title: string
  readonly titleEn: string
  /** 文号. */
  readonly number: string
  readonly issuer: string
  readonly layer: 'national' | 'ministry' | 'guangxi' | 'liuzhou'
  readonly folder: string
  readonly texts: readonly LawText[]
  readonly mark: SourceMark
}
