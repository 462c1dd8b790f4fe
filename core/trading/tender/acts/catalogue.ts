// SPDX-License-Identifier: Apache-2.0
/** Every act of a tender, by name; the procedure's table says who and when. */

import type { Act } from './act.ts'
import { awardActs } from './award.ts'
import { closeActs } from './close.ts'
import { coefficientActs } from './coefficient.ts'
import { committeeActs } from './committee.ts'
import { concludingActs } from './concluding.ts'
import { drawActs } from './draw.ts'
import { noticeActs } from './notice.ts'
import { openingActs } from './opening.ts'
import { preparationActs } from './preparation.ts'
import { procuringActs } from './procuring.ts'
import { remedyCaseActs } from './remedies.ts'
import { reviewActs } from './review.ts'
import { scoreActs } from './scores.ts'
import { tieActs } from './ties.ts'

export const tenderActs: readonly Act[] = [
  ...preparationActs,
  ...noticeActs,
  ...remedyCaseActs,
  ...closeActs,
  ...coefficientActs,
  ...openingActs,
  ...drawActs,
  ...committeeActs,
  ...reviewActs,
  ...scoreActs,
  ...tieActs,
  ...awardActs,
  ...procuringActs,
  ...concludingActs,
]

const byName = new Map(tenderActs.map((act) => [act.name, act]))

export function findAct(name: string): Act | undefined {
  return byName.get(name)
}
