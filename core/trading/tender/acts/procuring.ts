// SPDX-License-Identifier: Apache-2.0
/** Every act that 政府采购 adds: qualification before the panel, talks, last quotes, the sole source. */

import type { Act } from './act.ts'
import { lastQuoteActs } from './last-quotes.ts'
import { negotiationActs } from './negotiation.ts'
import { qualificationActs } from './qualification.ts'
import { soleSourceActs } from './sole-source.ts'

export const procuringActs: readonly Act[] = [
  ...qualificationActs,
  ...negotiationActs,
  ...lastQuoteActs,
  ...soleSourceActs,
]
