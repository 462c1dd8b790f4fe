// SPDX-License-Identifier: Apache-2.0
/** 文书 for whoever may read them: what a reader may not read is not there, in list or by address. */

import { routes } from '../contract/index.ts'
import { admit, found, type Host, readerOf, serve } from '../host.ts'
import { paperLineOf, paperViewOf } from '../paper-view.ts'

export function paperHandlers(host: Host): void {
  const { papers } = host.deps
  serve(host, routes.papers, async (call) => {
    const { tender } = call.params
    const lines = found(await papers.list(tender, readerOf(call)))
    return { items: lines.map((line) => paperLineOf(tender, line)) }
  })
  serve(host, routes.paper, async (call) => {
    const { tender, paper } = call.params
    return paperViewOf(found(await papers.read(tender, paper, readerOf(call))))
  })
  printedHandler(host)
}

interface OfPaper {
  readonly Params: { readonly tender: string; readonly paper: string }
}

function printedHandler({ app, deps }: Host): void {
  app.route<OfPaper>({
    method: 'GET',
    url: '/api/tenders/:tender/papers/:paper.pdf',
    exposeHeadRoute: false,
    onRequest: async (request) => admit(request, 'anyone', deps),
    handler: async (request, reply) => {
      const { tender, paper } = request.params
      const read = found(await deps.papers.read(tender, paper, readerOf(request)))
      const digest = await deps.papers.file(read)
      const content = found(await deps.files.get(digest))
      const cached = read.access === 'public' ? 'public, max-age=300' : 'private, no-store'
      return reply
        .header('content-type', 'application/pdf')
        .header('content-length', found(await deps.files.size(digest)))
        .header('cache-control', cached)
        .header('etag', `"${digest}"`)
        .header('content-disposition', attachment(`${read.project}${read.title}.pdf`))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content)
    },
  })
}

function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="paper.pdf"; filename*=UTF-8''${encoded}`
}
