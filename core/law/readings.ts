// SPDX-License-Identifier: Apache-2.0
/** Every open reading by id; the same doubts stand in law/readings for people to confirm. */

import { certain } from '../kernel/index.ts'
import type { Reading } from './reading.ts'
import { readingsOnAfterAward } from './reading-rows/after-award.ts'
import { readingsOnCounting } from './reading-rows/counting.ts'
import { readingsOnEvaluation } from './reading-rows/evaluation.ts'
import { readingsOnProcurement } from './reading-rows/procurement.ts'
import { readingsOnRemedies } from './reading-rows/remedies.ts'
import { readingsOnSources } from './reading-rows/sources.ts'

export const readings: readonly Reading[] = [
  ...readingsOnCounting,
  ...readingsOnEvaluation,
  ...readingsOnSources,
  ...readingsOnProcurement,
  ...readingsOnAfterAward,
  ...readingsOnRemedies,
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId = new Map(readings.map((reading) => [reading.id, reading]))

export function findReading(id: string): Reading | undefined {
  return byId.get(id)
}

export function readingOf(id: string): Reading {
  return certain(findReading(id), `no such reading: ${id}`)
}
