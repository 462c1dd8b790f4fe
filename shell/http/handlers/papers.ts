// SPDX-License-Identifier: Apache-2.0
/** 文书 for whoever may read them: what a reader may not read is not there, in list or by address. */

import type { Paper } from '@gongxin/core/trading/tender'
import { routes } from '../contract/index.ts'
import { admit, found, type Host, readerOf, serve } from '../host.ts'
import { paperLineOf, paperViewOf } from '../paper-view.ts'

export function paperHandlers(host: Host): void {
  const { papers } = host.deps
  serve(host, routes.papers, async (call) => {
    const { tender } = call.params
    const lines = found(await papers.list(tender, readerOf(call)))
    return { items: lines.map((line) => paperLineOf(tender, line, papers)) }
  })
  serve(host, routes.paper, async (call) => {
    const { tender, paper } = call.params
    return paperViewOf(found(await papers.read(tender, paper, readerOf(call))), papers)
  })
  fileHandler(host, { ending: 'pdf', type: 'application/pdf', of: (paper) => papers.file(paper) })
  // RFC 8551 §3.2.1: a signature that lies apart from what it signs.
  const type = 'application/pkcs7-signature'
  fileHandler(host, { ending: 'pdf.p7s', type, of: (paper) => papers.signature(paper) })
}

interface OfPaper {
  readonly Params: { readonly tender: string; readonly paper: string }
}

interface PaperFile {
  readonly ending: string
  readonly type: string
  /** Digest in the file store; null where there is none. */
  readonly of: (paper: Paper) => Promise<string | null>
}

function fileHandler({ app, deps }: Host, { ending, type, of }: PaperFile): void {
  app.route<OfPaper>({
    method: 'GET',
    url: `/api/tenders/:tender/papers/:paper.${ending}`,
    exposeHeadRoute: false,
    onRequest: async (request) => admit(request, 'anyone', deps),
    handler: async (request, reply) => {
      const { tender, paper } = request.params
      const read = found(await deps.papers.read(tender, paper, readerOf(request)))
      const digest = found(await of(read))
      const content = found(await deps.files.get(digest))
      const cached = read.access === 'public' ? 'public, max-age=300' : 'private, no-store'
      return reply
        .header('content-type', type)
        .header('content-length', found(await deps.files.size(digest)))
        .header('cache-control', cached)
        .header('etag', `"${digest}"`)
        .header('content-disposition', attachment(`${read.project}${read.title}`, ending))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content)
    },
  })
}

function attachment(name: string, ending: string): string {
  const encoded = encodeURIComponent(`${name}.${ending}`).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="paper.${ending}"; filename*=UTF-8''${encoded}`
}
