// SPDX-License-Identifier: Apache-2.0
/** A stored file for whoever one of its links allows; always as an attachment, never as a page. */

import type { Actor } from '@gongxin/core/kernel'
import { notFound } from '../faults.ts'
import { admit, found, type Host, type HttpDeps, readerOf } from '../host.ts'

export function downloadHandlers({ app, deps }: Host): void {
  app.route({
    method: 'GET',
    url: '/api/files/:digest',
    exposeHeadRoute: false,
    onRequest: async (request) => admit(request, 'anyone', deps),
    handler: async (request, reply) => {
      const digest = String(Object.values(request.params ?? {})[0] ?? '')
      if (!/^[0-9a-f]{64}$/.test(digest)) throw notFound()
      const { queries, region } = deps.store
      const file = found(
        await queries
          .selectFrom('file')
          .select(['name', 'size', 'media_type'])
          .where('region', '=', region)
          .where('digest', '=', digest)
          .executeTakeFirst(),
      )
      const access = await accessTo(deps, digest, readerOf(request))
      const content = found(access && (await deps.files.get(digest)))
      const cached = access?.public ? 'public, max-age=31536000, immutable' : 'private, no-store'
      return reply
        .header('content-type', file.media_type)
        .header('content-length', file.size)
        .header('cache-control', cached)
        .header('content-disposition', attachment(access?.name ?? file.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content)
    },
  })
}

/** The first link that lets this reader in; null where there is none. */
async function accessTo(deps: HttpDeps, digest: string, reader: Actor | null) {
  const { queries, region } = deps.store
  const links = await queries
    .selectFrom('file_link')
    .select(['stream', 'access', 'owner', 'name'])
    .where('region', '=', region)
    .where('digest', '=', digest)
    .execute()
  const open = links.find(({ access }) => access === 'public')
  if (open !== undefined) return { name: open.name, public: true }
  if (reader === null) return null
  const own = links.find(({ owner }) => owner === reader.party)
  if (own !== undefined) return { name: own.name, public: false }
  for (const { access, stream, name } of links) {
    const [kind, tender = ''] = stream.split('/')
    if (access !== 'restricted' || kind !== 'tender') continue
    const open = await deps.tenders.files(tender, reader)
    if (open?.has(digest)) return { name, public: false }
  }
  return null
}

function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
