// SPDX-License-Identifier: Apache-2.0
/** Routes of certificates: whose count here, and one for the key of a bidder (ADR 12). */

import { words, z } from '@gongxin/core/kernel'
import { route } from './route.ts'

export const certificateRoutes = {
  accredited: route(
    {
      method: 'GET',
      path: '/api/certificates',
      title: words('认可的认证机构', 'Accredited authorities'),
      tag: 'certificates',
      access: 'anyone',
    },
    {
      answer: z.object({
        /** Canonical JSON as it lies in bundles; null where no authority is connected. */
        list: z.string().nullable(),
        /** Whether a bid may be sealed without certificate: in a demo without authority alone. */
        optional: z.boolean(),
      }),
    },
  ),
  certify: route(
    {
      method: 'POST',
      path: '/api/certificates',
      title: words('申请投标签名证书', 'Ask for a signing certificate'),
      tag: 'certificates',
      access: ['bidder'],
      status: 201,
    },
    {
      // PKCS#10, as DER in hex.
      body: z.strictObject({ request: z.string().regex(/^(?:[0-9a-f]{2}){1,2000}$/) }),
      answer: z.object({ certificates: z.array(z.string()) }),
    },
  ),
}
