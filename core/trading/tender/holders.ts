// SPDX-License-Identifier: Apache-2.0
/** 份额密钥: who holds a share of every sealed bid of a tender, and when their circle is whole. */

import { canonicalBytes } from '@gongxin/trust/canonical'
import type { Holding } from '@gongxin/trust/seal'
import { holderFault } from '@gongxin/trust/sharing'
import { certain, type Role } from '../../kernel/index.ts'
import { bytesOf } from './draw.ts'
import { type HolderOffice, holderOffices } from './events/preparation.ts'
import type { DataOf } from './events.ts'
import type { TenderState } from './state.ts'

/** More than half of three (trust-design §2.5, decision 22). */
export const holderThreshold = 2

const officeTitles: Readonly<Record<HolderOffice, string>> = {
  host: '招标人或者代理机构',
  notary: '公证机构',
  audit: '审计机关',
}

/** The office in which a role holds a key; nothing for whom decision 22 does not name. */
export function officeOf(role: Role): HolderOffice | undefined {
  if (role === 'tenderOwner' || role === 'agency') return 'host'
  return role === 'notary' || role === 'audit' ? role : undefined
}

/** What the proof of possession is for: this tender, this round, and no other. */
export function holderContext({
  project,
}: {
  readonly project: Pick<DataOf<'ProjectRegistered'>, 'projectCode' | 'name' | 'round'> | null
}): Uint8Array {
  const { projectCode, name, round } = certain(project, 'a tender has its project')
  return canonicalBytes({ projectCode, name, round })
}

/** Does whoever gives this key hold it, and for this tender? */
export function isPossessed(
  key: Pick<DataOf<'HolderKeyProvided'>, 'publicKey' | 'possession'>,
  context: Uint8Array,
): boolean {
  const publicKey = bytesOf(key.publicKey)
  const possession = bytesOf(key.possession)
  return (
    holderFault([{ institution: '', publicKey, possession }], { threshold: 1, context }) ===
    undefined
  )
}

/** Titles of the offices whose keys a notice waits for (ADR 9). */
export function holdersMissing({ holders }: TenderState): readonly string[] {
  const missing = holderOffices.filter((office) => !holders.some((h) => h.office === office))
  return missing.map((office) => officeTitles[office])
}

/** The circle that every bid of this tender is sealed to; null until it is whole. */
export function holdingOf({ holders }: Pick<TenderState, 'holders'>): Holding | null {
  if (holders.length < holderOffices.length) return null
  return { holders: holders.map((h) => bytesOf(h.publicKey)), threshold: holderThreshold }
}
