// SPDX-License-Identifier: Apache-2.0
/** 核验包 to take away: one file with all that checks a tender, for whoever asks. */

import { bundleOf } from '../bundles/index.ts'
import { refusal } from './faults.ts'
import { admit, found, type Host, readerOf } from './host.ts'

interface OfTender {
  readonly Params: { readonly tender: string }
}

export function bundleHandlers({ app, deps }: Host): void {
  app.route<OfTender>({
    method: 'GET',
    url: '/api/tenders/:tender/bundle.pvb',
    exposeHeadRoute: false,
    onRequest: async (request) => admit(request, 'anyone', deps),
    handler: async (request, reply) => {
      const { tender } = request.params
      const bundle = found(await bundleOf(deps, tender, readerOf(request)))
      if (!(bundle instanceof Uint8Array)) throw refusal(bundle)
      return reply
        .header('content-type', 'application/zip')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename="${tender}.pvb"`)
        .send(Buffer.from(bundle))
    },
  })
}
