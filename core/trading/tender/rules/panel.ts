// SPDX-License-Identifier: Apache-2.0
/** 评审组织的规则: the lawful shape of whoever evaluates, by the rule that the procedure names. */

import { certain, type Finding } from '../../../kernel/index.ts'
import { committeeShape, panelShape } from '../../../law/index.ts'
import { type Asked, finding } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'

export interface Shape {
  readonly members: number
  readonly experts: number
}
type Judge = (asked: Asked<unknown>, shape: Shape) => Finding

export const panelRules: Readonly<Record<string, Judge>> = {
  'CM-1': (asked, shape) => finding(asked, committeeShape, { ...shape }),
  // COM-1 to COM-3: the shape depends on the budget and on how the procedure procures.
  'COM-1': (asked, shape) => {
    const { project } = asked.state
    return finding(asked, panelShape, {
      ...shape,
      method: procedureOf(asked.state).panel ?? 'tender',
      budgetFen: project?.estimateFen ?? 0,
      complex: project?.procurement?.complex === true,
      atThreshold: project?.procurement?.atThreshold === true,
    })
  },
}

export function panelFindings(asked: Asked<unknown>, shape: Shape): Finding {
  const { panel } = procedureOf(asked.state).rules
  return certain(panelRules[panel], `no panel rule ${panel}`)(asked, shape)
}
