// SPDX-License-Identifier: Apache-2.0
/** Who may hold: keys shown to be possessed, and no institution that could open alone. */

import { concat, prefixed } from '../canonical/index.ts'
import { purposeMessage, signSm2, verifyingKey, verifySm2 } from '../suites/index.ts'
import { type Circle, isCircle } from './circle.ts'

export interface Holder {
  readonly institution: string
  readonly publicKey: Uint8Array
  /** Signature over the key and what it is for, by the key itself. */
  readonly possession: Uint8Array
}

export type HolderFault = 'HOLDER_KEY' | 'HOLDER_SOD'

export interface Possession {
  readonly privateKey: Uint8Array
  readonly publicKey: Uint8Array
  readonly context: Uint8Array
  readonly entropy: Uint8Array
}

/** Without it somebody could enter a key made from those of others and spoil their shares. */
export function provePossession(possession: Possession): Uint8Array<ArrayBuffer> {
  const { privateKey, entropy } = possession
  return signSm2({ privateKey, message: possessionMessage(possession), entropy })
}

/** `context` here is that of the notice: one circle holds for all bids of a tender. */
export function holderFault(
  holders: readonly Holder[],
  { threshold, context }: Pick<Circle, 'threshold' | 'context'>,
): HolderFault | undefined {
  const circle = { holders: holders.map(({ publicKey }) => publicKey), threshold, context }
  if (!isCircle(circle) || !holders.every((holder) => possesses(holder, context))) {
    return 'HOLDER_KEY'
  }
  return distinctInstitutions(holders).some((count) => count >= threshold && threshold > 1)
    ? 'HOLDER_SOD'
    : undefined
}

/** Those who opened must come from as many institutions as there are shares needed. */
export function openersFault(
  openers: readonly Pick<Holder, 'institution'>[],
  threshold: number,
): HolderFault | undefined {
  return distinctInstitutions(openers).length >= threshold ? undefined : 'HOLDER_SOD'
}

/** How many each institution holds. */
function distinctInstitutions(holders: readonly Pick<Holder, 'institution'>[]): readonly number[] {
  const counts = new Map<string, number>()
  for (const { institution } of holders) {
    counts.set(institution, (counts.get(institution) ?? 0) + 1)
  }
  return [...counts.values()]
}

function possesses({ publicKey, possession }: Holder, context: Uint8Array): boolean {
  const key = verifyingKey(publicKey)
  if (key === undefined) return false
  const message = possessionMessage({ publicKey, context })
  return verifySm2(key, { message, signature: possession })
}

function possessionMessage(about: Pick<Possession, 'publicKey' | 'context'>): Uint8Array {
  return purposeMessage('HOLDER/1 possession', concat(prefixed(about.context), about.publicKey))
}
