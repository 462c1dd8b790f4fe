// SPDX-License-Identifier: Apache-2.0
/** What every part of one form leans on: the act, the tender, the faults, how to change a place. */

import type { TenderState } from '@gongxin/core/trading/tender'
import { createContext, use } from 'react'
import type { Faults } from './faults.ts'
import type { Step, Value } from './values.ts'

export interface FormPlace {
  readonly act: string
  readonly state: TenderState | null
  readonly faults: Faults
  /** Before the first attempt to submit only what is filled in wrongly is marked. */
  readonly strict: boolean
  readonly change: (steps: readonly Step[], value: Value) => void
}

export const FormContext = createContext<FormPlace>({
  act: '',
  state: null,
  faults: new Map(),
  strict: false,
  change: () => {},
})

export function useForm(): FormPlace {
  return use(FormContext)
}

/** The sentence at a place, kept back while the place is still empty and nobody has submitted. */
export function useFault(steps: readonly Step[], value: Value): string | undefined {
  const { faults, strict } = useForm()
  const empty = value === undefined || value === '' || value === null
  return strict || !empty ? faults.get(steps.join('/')) : undefined
}
