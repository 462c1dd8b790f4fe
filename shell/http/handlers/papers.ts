// SPDX-License-Identifier: Apache-2.0
/** 文书 for whoever may read them: what a reader may not read is not there, in list or by address. */

import { citeShown } from '@gongxin/core/law'
import { routes } from '../contract/index.ts'
import { admit, found, type Host, readerOf, serve } from '../host.ts'

export function paperHandlers(host: Host): void {
  const { papers } = host.deps
  serve(host, routes.papers, async (call) => {
    const { tender } = call.params
    const lines = found(await papers.list(tender, readerOf(call)))
    return {
      items: lines.map(({ id, kind, title, at, access }) => ({
        ...{ id, kind, title, at, access },
        href: hrefOf(tender, id),
      })),
    }
  })
  serve(host, routes.paper, async (call) => {
    const { tender, paper } = call.params
    const { cites, blocks, seals, ...read } = found(
      await papers.read(tender, paper, readerOf(call)),
    )
    const basis = [...new Set(cites.map(citeShown))]
    const content = JSON.parse(JSON.stringify({ blocks, seals }))
    return { ...read, ...content, basis, href: hrefOf(tender, paper) }
  })
  printedHandler(host)
}

export function hrefOf(tender: string, paper: string): string {
  return `/api/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(paper)}.pdf`
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
