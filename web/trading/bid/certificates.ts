// SPDX-License-Identifier: Apache-2.0
/** The certificate that signs a bid: for the key of this tender, from the authority of the platform's list. */

import { certificateRequest } from '@gongxin/core/trading/bid'
import { routes } from '@gongxin/shell/http/contract'
import { call } from '../../app/index.ts'
import { freshBytes } from '../keys/index.ts'

interface Asked {
  readonly ticket: Uint8Array
  readonly bidder: { readonly uscc: string; readonly name: string }
}

/** None in a demo without authority; null where a bid may not be sealed without one (ADR 12). */
export async function certificatesFor({
  ticket,
  bidder,
}: Asked): Promise<readonly string[] | null> {
  const { list, optional } = await call(routes.accredited)
  if (list === null) return optional ? [] : null
  const request = certificateRequest({ ticket }, bidder, freshBytes(32))
  return (await call(routes.certify, { body: { request } })).certificates
}
