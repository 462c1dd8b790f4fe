// SPDX-License-Identifier: Apache-2.0
/** 资格审查 where purchaser or agency judge it before any committee sits (87号令 44). */

import { procedureOf } from './decide.ts'
import type { TenderState } from './state.ts'

/** Nobody evaluates before it is said who is qualified. */
export function awaitsQualification(state: TenderState): boolean {
  return procedureOf(state).qualifiedBy === 'purchaser' && state.qualification === null
}
