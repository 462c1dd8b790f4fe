// SPDX-License-Identifier: Apache-2.0
/** Uploads that can be resumed (tus); what is whole is moved under the digest of its content. */

import { AsyncLocalStorage } from 'node:async_hooks'
import { createReadStream, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore as ArrivingFiles } from '@tus/file-store'
import { Metadata, Server, type Upload } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mediaTypeOf, sealedBidType } from '../../files/index.ts'
import { type Language, problemOf } from '../faults.ts'
import { admit, type Host, type HttpDeps, signedInOf } from '../host.ts'

export const mostFileBytes = 300 * 1024 * 1024
/** A bid sealed by its bidder holds all documents at once: 1 GB of them with what sealing adds. */
const mostSealedBytes = 1.25 * 1024 * 1024 * 1024

interface Uploader {
  readonly party: string
  readonly language: Language
}

/** Who is uploading travels beside the request, where no header of a client can reach it. */
const uploaders = new AsyncLocalStorage<Uploader>()

function uploaderNow(): Uploader {
  const uploader = uploaders.getStore()
  if (uploader === undefined) throw new Error('an upload has an uploader')
  return uploader
}

export function uploadHandlers({ app, deps }: Host): void {
  // What arrives may be a bid, and names its bidder until it is whole.
  const folder = join(deps.config.dataFolder, 'vault', 'uploads')
  mkdirSync(folder, { recursive: true })
  const tus = createTus(folder, deps)
  const onRequest = async (request: FastifyRequest) => admit(request, 'signed-in', deps)
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const uploader = { party: signedInOf(request).acting.organisation, language: request.language }
    reply.hijack()
    await uploaders.run(uploader, () => tus.handle(request.raw, reply.raw))
  }
  app.register(async (scope) => {
    // The bytes go to disk as they come; nothing here reads them into memory.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.post('/api/files', { onRequest }, handler)
    scope.route({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: '/api/files/:upload',
      onRequest,
      handler,
    })
  })
}

function mostOf(purpose: string | null | undefined): number {
  return purpose === 'sealed' ? mostSealedBytes : mostFileBytes
}

/** Null where the header is not the protocol's: what is wrong with it, the protocol says itself. */
function purposeIn(header: string): string | null {
  try {
    return Metadata.parse(header).purpose ?? null
  } catch {
    return null
  }
}

function createTus(folder: string, deps: HttpDeps): Server {
  const arriving = new ArrivingFiles({ directory: folder })
  /** Said when the upload is created, and kept with it from then on. */
  const purposeOf = async (request: Request, id: string | null) => {
    if (request.method !== 'POST' && id !== null) {
      return (await arriving.getUpload(id)).metadata?.purpose
    }
    return purposeIn(request.headers.get('upload-metadata') ?? '')
  }
  return new Server({
    path: '/api/files',
    datastore: arriving,
    maxSize: async (request, id) => mostOf(await purposeOf(request, id)),
    relativeLocation: true,
    allowedOrigins: [],
    async onUploadCreate(_request, { metadata }) {
      return { metadata: { ...metadata, party: uploaderNow().party } }
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return
      const upload = await arriving.getUpload(id)
      // Somebody else's upload is not there at all.
      if (upload.metadata?.party === uploaderNow().party) return
      throw said(404, 'not-found', uploaderNow().language)
    },
    async onUploadFinish(_request, upload) {
      const stored = await takeUp({ folder, deps }, upload)
      await arriving.remove(upload.id).catch(() => {})
      if (stored === null) throw said(415, 'media-type', uploaderNow().language)
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      return { status_code: 200, headers, body: JSON.stringify(stored) }
    },
    onResponseError(_request, error) {
      const tooLarge = 'status_code' in error && error.status_code === 413
      return tooLarge ? said(413, 'too-large', uploaderNow().language) : undefined
    },
  })
}

function said(status: 404 | 413 | 415, code: string, language: Language) {
  const kind = status === 404 ? 'refused' : 'malformed'
  return {
    status_code: status,
    body: JSON.stringify(problemOf({ status, kind, code }, language, '')),
  }
}

interface Arriving {
  readonly folder: string
  readonly deps: HttpDeps
}

/** Null for a type that is not taken in. The uploader alone may read it until an act says more. */
async function takeUp({ folder, deps }: Arriving, { id, metadata }: Upload) {
  const path = join(folder, id)
  const mediaType = await arrivedType(path)
  if (mediaType === null) return null
  const sealed = mediaType === sealedBidType
  // What is said to be sealed and is not has no use for the larger size.
  if (metadata?.purpose === 'sealed' && !sealed) return null
  // A sealed bid goes where nothing tells of it before the deadline.
  const { store, files } = sealed ? deps.cabinet : deps
  const stored = await files.put(createReadStream(path), mostOf(metadata?.purpose))
  if (stored === 'too-large') return null
  const { queries, region } = store
  const { digest, size } = stored
  const name = plainName(metadata?.filename ?? metadata?.name ?? '')
  const party = metadata?.party ?? ''
  const at = deps.clock.now()
  await queries
    .insertInto('file')
    .values({ region, digest, size, media_type: mediaType, name, stored_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await queries
    .insertInto('file_link')
    .values({
      ...{ region, stream: `upload/${party}`, digest, access: 'sealed', name },
      ...{ owner: party, linked_at: at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { digest, name, size, mediaType }
}

async function arrivedType(path: string): Promise<string | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return await mediaTypeOf(size, async (from, length) => {
      const bytes = Buffer.alloc(Math.min(length, size - from))
      await file.read(bytes, 0, bytes.length, from)
      return bytes
    })
  } finally {
    await file.close()
  }
}

/** The last part of the path, without what a file system or a header could trip over. */
function plainName(text: string): string {
  const last = text.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is removed.
  const plain = last.replace(/[\u0000-\u001f\u007f"<>|:*?]|\p{Surrogate}/gu, '').trim()
  return [...plain].slice(0, 120).join('') || 'file'
}
