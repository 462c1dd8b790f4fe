// SPDX-License-Identifier: Apache-2.0
/** 交易流程 as data: who may do what at which stage, what is sealed, what is published. */

import {
  type Citation,
  type CivilDate,
  type Role,
  type Running,
  runsOn,
  type Words,
} from '../kernel/index.ts'
import type { PanelMethod, ProcurementMethod } from '../law/index.ts'
import type { AfterAward } from './after-award.ts'
import type { Rules } from './rules.ts'

/** One line of the table role × act × phase. */
export interface StageAct {
  readonly act: string
  readonly by: readonly Role[]
  /** Refused while the trade is suspended (⏸). Everything is, unless it says otherwise. */
  readonly whileSuspended?: true
  /** Needs a step-up confirmation of the person over the digest shown. */
  readonly signed?: true
  /** Not only parties: whoever shows an interest, but never the owner's own side. */
  readonly interested?: true
}

export interface Stage {
  readonly id: string
  readonly title: Words
  /** One plain sentence for a newcomer. */
  readonly purpose: Words
  readonly acts: readonly StageAct[]
  /** Ids of the disclosure catalogue published in this stage. */
  readonly publishes?: readonly string[]
  /** Handbook ids of the time limits that run in this stage. */
  readonly limits?: readonly string[]
  readonly sealed?: true
  /** `end` stages have no way on. */
  readonly end?: 'success' | 'failure'
}

export interface Procedure {
  readonly id: string
  readonly title: Words
  readonly line: 'engineering' | 'procurement' | 'land' | 'mineral' | 'equity' | 'other'
  readonly basis: readonly Citation[]
  readonly inForce: Running
  readonly kinds: readonly string[]
  /** Fewer than this many received at the deadline: not opened. */
  readonly minToOpen: { readonly count: number; readonly cites: readonly Citation[] } | null
  /** Null where nobody but the purchaser decides. */
  readonly committee: { readonly members: number; readonly cites: readonly Citation[] } | null
  /** Which rules of the law judge each step. */
  readonly rules: Rules
  /** By which method of 政府采购 suppliers compete; null where its law knows none. */
  readonly competition: ProcurementMethod | null
  /** How the panel is shaped; null where there is none. */
  readonly panel: PanelMethod | null
  /** Who judges qualification: the committee with all else, or purchaser and agency before it. */
  readonly qualifiedBy: 'committee' | 'purchaser'
  /** Between the review and the ranking the committee negotiates and last quotes are called. */
  readonly rounds: boolean
  /** Evaluation methods its document may choose from. */
  readonly methods: readonly string[]
  /** Who may register a ticket, and so send a bid at all. */
  readonly tickets: 'anyone' | 'invited'
  /** Who may read the opening form once it is open, before the result. */
  readonly readsOpening: 'public' | 'panel'
  /** Stages whose bids nobody can read or count. */
  readonly sealedStages: readonly string[]
  readonly stages: readonly Stage[]
  /** What the same thing is called in this procedure: 招标人 is 采购人 in procurement. */
  readonly speaks: readonly (readonly [usual: string, here: string])[]
  /** Duties once the contract is signed. */
  readonly afterAward: AfterAward
  /** Ids of the remedies that stand against what is done in it. */
  readonly remedies: readonly string[]
}

export function may(act: string, ...by: readonly Role[]): StageAct {
  return { act, by }
}

/** The same line, for an act that must be confirmed by step-up. */
export function signed(line: StageAct): StageAct {
  return { ...line, signed: true }
}

/** The same line, for those too who are no party but whose interest is touched (利害关系人). */
export function evenInterested(line: StageAct): StageAct {
  return { ...line, interested: true }
}

/** The same line, for an act that stays open during a suspension. */
export function evenSuspended(line: StageAct): StageAct {
  return { ...line, whileSuspended: true }
}

/** In force on a day; `to` is the first day on which it is no longer. */
export function isInForce({ inForce }: Procedure, on: CivilDate): boolean {
  return runsOn(inForce, on)
}

export function hasStage(procedure: Procedure, id: string): boolean {
  return stageOf(procedure, id) !== undefined
}

export function stageOf(procedure: Procedure, id: string): Stage | undefined {
  return procedure.stages.find((stage) => stage.id === id)
}

/** The line that lets the role do the act in the phase, if there is one: deny by default. */
export function lineFor(
  procedure: Procedure,
  phase: string,
  act: string,
  role: Role,
): StageAct | undefined {
  return stageOf(procedure, phase)?.acts.find((l) => l.act === act && l.by.includes(role))
}

/** Phases in which somebody may do the act, for explaining a refusal. */
export function phasesOf(procedure: Procedure, act: string): readonly Stage[] {
  return procedure.stages.filter((stage) => stage.acts.some((l) => l.act === act))
}
