// SPDX-License-Identifier: Apache-2.0
/** Keys of the holders in tests: made from a label, so that every run has the same. */

import { hex, utf8 } from '@gongxin/trust/canonical'
import { provePossession } from '@gongxin/trust/sharing'
import { sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { certain } from '../kernel/index.ts'
import { type HolderOffice, holderContext } from '../trading/tender/index.ts'
import { auditOffice, notary, owner } from './people.ts'

/** Who holds, in the order of the offices. */
export const holderPeople = [
  { who: owner, office: 'host' },
  { who: notary, office: 'notary' },
  { who: auditOffice, office: 'audit' },
] as const

export function holderKey(office: HolderOffice): Uint8Array {
  return sm3Digest(utf8(`holder ${office}`))
}

const made = new Map<string, { readonly publicKey: string; readonly possession: string }>()

/** The body of the act; a signature takes a while, so the same one is made once. */
export function holderBody(office: HolderOffice, state: Parameters<typeof holderContext>[0]) {
  const context = holderContext(state)
  const name = `${office} ${hex(context)}`
  const known = made.get(name)
  if (known !== undefined) return known
  const privateKey = holderKey(office)
  const publicKey = certain(sm2PublicKey(privateKey), 'a digest is a key')
  const entropy = sm3Digest(utf8(name))
  const possession = provePossession({ privateKey, publicKey, context, entropy })
  const body = { publicKey: hex(publicKey), possession: hex(possession) }
  made.set(name, body)
  return body
}
