// SPDX-License-Identifier: Apache-2.0
/** 流程: the stages of the procedure's own definition, done, present and to come. */

import { findProcedure, type Stage } from '@gongxin/core/procedures'
import { hasReached, type TenderState } from '@gongxin/core/trading/tender'
import { useText } from '../app/index.ts'
import { messages } from './messages.ts'

export function Stepper({ state, procedure }: { state: TenderState; procedure: string }) {
  const t = useText()
  const stages = stagesOf(procedure)
  const ended = stages.find((stage) => stage.id === state.phase && stage.end === 'failure')
  const shown = stages.filter((stage) => stage.end !== 'failure' || stage === ended)
  return (
    <nav aria-label={t(messages.stages)}>
      <h2>{t(messages.stages)}</h2>
      <ol className="stepper">
        {shown.map((stage) => {
          const current = stage.id === state.phase
          const done = !current && stage.end !== 'failure' && hasReached(state, stage.id)
          return (
            <li
              key={stage.id}
              className={current ? 'current' : done ? 'done' : ''}
              {...(current ? { 'aria-current': 'step' as const } : {})}
              title={t(stage.purpose)}
            >
              {t(stage.title)}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

export function stagesOf(procedure: string): readonly Stage[] {
  return findProcedure(procedure)?.stages ?? []
}
