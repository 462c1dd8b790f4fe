// SPDX-License-Identifier: Apache-2.0
/** Who acts: a role held for a party, and how sure we are of the person behind it. */

export const roles = [
  'tenderOwner',
  'agency',
  'bidder',
  'expert',
  'centre',
  'authority',
  'audit',
  'notary',
  'system',
] as const
export type Role = (typeof roles)[number]

/** `session` = signed in; `step-up` = proved again over the digest shown (decision 24). */
export type Assurance = 'session' | 'step-up'

export interface Actor {
  readonly role: Role
  /** 统一社会信用代码 of an organisation, id of an expert in the library, or id of an office. */
  readonly party: string
  /** Account of the person; `system` for the clock. */
  readonly account: string
  readonly assurance: Assurance
  /** Other organisations the same person acts for. */
  readonly alsoFor?: readonly string[]
}

export const systemActor: Actor = {
  role: 'system',
  party: 'system',
  account: 'system',
  assurance: 'session',
}

/** Chinese and English of one thing people see. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export function words(zh: string, en: string): Words {
  return { zh, en }
}
