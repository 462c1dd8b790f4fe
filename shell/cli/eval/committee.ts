// SPDX-License-Identifier: Apache-2.0
/** Group `committee`: size and share of experts. */

import { isCommitteeLawful, isCommitteeWellFormed } from '@gongxin/core/law'
import type { Evaluate } from './evaluate.ts'

export const evaluate: Evaluate = (fields) => {
  const shape = { members: fields.count('n'), experts: fields.count('experts') }
  if (!isCommitteeWellFormed(shape)) throw fields.wrong('experts', 'more experts than members')
  return { ok: isCommitteeLawful(shape) }
}
