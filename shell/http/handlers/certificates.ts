// SPDX-License-Identifier: Apache-2.0
/** Certificates of bidders: the list that counts, and requests passed on to the authority in the own name alone. */

import { findBytes } from '@gongxin/trust/canonical'
import { findRequest, identifiers, partOf } from '@gongxin/trust/certificate'
import { Unavailable } from '../../store/index.ts'
import { routes } from '../contract/index.ts'
import { type Host, serve, signedInOf } from '../host.ts'
import { faulty } from '../validate.ts'

export function certificateHandlers(host: Host): void {
  const { authority = null, config } = host.deps
  serve(host, routes.accredited, async () => {
    const list = (await authority?.accredited()) ?? null
    return { list, optional: list === null && config.mode === 'demo' }
  })
  serve(host, routes.certify, async (call) => {
    const { organisation } = signedInOf(call).acting
    const { request } = call.body
    const bytes = findBytes(request)
    const asked = bytes === undefined ? undefined : findRequest(bytes)
    const code = asked && partOf(asked.subject, identifiers.organisationIdentifier)
    if (code !== organisation) {
      throw faulty([{ path: '/request', message: '应为本单位的证书申请，并由申请的密钥签名' }])
    }
    if (authority === null) throw new Unavailable('no certification authority is connected')
    return { certificates: [...(await authority.certify(request))] }
  })
}
