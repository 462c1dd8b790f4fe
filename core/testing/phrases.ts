// SPDX-License-Identifier: Apache-2.0
/** The vocabulary of traces: what a Chinese phrase with its parameters means as acts. */

import { drawingPhrases } from './phrases/drawing.ts'
import { endingPhrases } from './phrases/ending.ts'
import { evaluationPhrases } from './phrases/evaluation.ts'
import { openingPhrases } from './phrases/opening.ts'
import { performingPhrases } from './phrases/performing.ts'
import { preparationPhrases } from './phrases/preparation.ts'
import { procurementPhrases } from './phrases/procurement.ts'
import { remedyPhrases } from './phrases/remedies.ts'
import { tenderingPhrases } from './phrases/tendering.ts'
import type { Phrases, Row, Saying } from './saying.ts'
import type { Tried } from './tender.ts'

const vocabulary: Phrases = [
  ...preparationPhrases,
  ...tenderingPhrases,
  ...openingPhrases,
  ...drawingPhrases,
  ...evaluationPhrases,
  ...endingPhrases,
  ...procurementPhrases,
  ...performingPhrases,
  ...remedyPhrases,
]

export async function say(row: Row, saying: Saying): Promise<Tried> {
  for (const [form, mean] of vocabulary) {
    const match = new RegExp(`^(?:${form.source})$`, 'u').exec(row.does)
    if (match !== null) {
      return mean({ ...saying, who: row.who, m: match.slice(1).map((part) => part ?? '') })
    }
  }
  throw new RangeError(`no meaning for: ${row.does}`)
}
