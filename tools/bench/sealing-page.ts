// SPDX-License-Identifier: Apache-2.0
/** In the page of the bench: seals the chosen file as the bid tool does, with the same worker. */

import { z } from '@gongxin/core/kernel'
import type { OwnBid } from '@gongxin/core/trading/bid'

const bytes = z.array(z.int()).transform((list) => Uint8Array.from(list))
const asked = z.object({
  ticket: bytes,
  opening: bytes,
  holders: z.array(bytes),
})

type Sealing = (
  bid: Omit<OwnBid, 'documents'> & { readonly documents: readonly Blob[] },
) => Promise<{ readonly file: Blob }>

/** Answers the size of the sealed file. */
export async function sealChosen(sealInWorker: Sealing, request: unknown): Promise<number> {
  const { holders, ...keys } = asked.parse(request)
  const documents = [...(document.querySelector('input')?.files ?? [])]
  const { file } = await sealInWorker({
    ...{ tender: 'LZ2026-000001', keys, documents, before: { slot: null, commitment: null } },
    holding: { holders, threshold: 2 },
    bidder: { uscc: '91450200MA60000009', name: '柳州甲公司' },
    content: {
      form: {
        ...{ priceFen: 1, durationDays: 1, quality: '合格', validityDays: 90 },
        projectManager: { name: '张三', certificate: '' },
      },
      ...{ bill: [], priceInWords: '', qualifications: [], starredAccepted: [] },
      ...{ adjustments: [], consortium: [] },
      files: documents.map(({ name, size }) => {
        return { digest: 'ab'.repeat(32), name, size, mediaType: 'application/pdf' }
      }),
    },
  })
  return file.size
}
