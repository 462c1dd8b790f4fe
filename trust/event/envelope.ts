// SPDX-License-Identifier: Apache-2.0
/** The envelope of an event: what is chained and published, with the payload kept outside. */

import {
  canonicalBytes,
  concat,
  domain,
  findBytes,
  hex,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../canonical/index.ts'
import { leafHash } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'

export type Access = 'public' | 'restricted' | 'sealed'
/** How sure we are of the actor: by session, by a fresh sign-in over the digest, or by SM2. */
export type Assurance = 'session' | 'step-up' | 'sm2'

export interface Envelope {
  readonly type: string
  readonly tender: string
  /** One tender is one 标段, so `1` for as long as that holds. */
  readonly lot: string
  /** Place in its stream, from {@link firstSeq} without gaps. */
  readonly seq: number
  /** Hash of the entry before it in the stream; {@link noEntry} for the first. */
  readonly prev: string
  readonly at: string
  readonly actor: { readonly role: string; readonly organisation?: string }
  readonly assurance: Assurance
  readonly payload: { readonly schema: string; readonly digest: string; readonly access: Access }
  /** Salted digest of where the act came from: network address, device, session. */
  readonly origin: string
}

export interface Entry {
  readonly bytes: Uint8Array
  /** Leaf hash of the bytes, lower-case hex: the `prev` of the entry after it. */
  readonly hash: string
}

export const firstSeq = 0
export const noEntry = '0'.repeat(64)
export const saltSize = 32

/** What the envelope keeps of a body. The salt is what makes a short body unguessable. */
export function payloadDigest(salt: Uint8Array, body: Json): string {
  return saltedDigest('EVT/1 payload', salt, body)
}

/** The same for the origin of an act, under its own domain. */
export function originDigest(salt: Uint8Array, origin: Json): string {
  return saltedDigest('EVT/1 origin', salt, origin)
}

/** The bytes that are stored, chained and published, and their hash. */
export function entryOf(envelope: Envelope): Entry {
  const { actor, payload } = envelope
  const bytes = canonicalBytes({
    v: 1,
    type: envelope.type,
    tender: envelope.tender,
    lot: envelope.lot,
    seq: envelope.seq,
    prev: envelope.prev,
    at: envelope.at,
    actor: {
      role: actor.role,
      ...(actor.organisation === undefined ? {} : { organisation: actor.organisation }),
    },
    assurance: envelope.assurance,
    payload: { schema: payload.schema, digest: payload.digest, access: payload.access },
    origin: envelope.origin,
  })
  return { bytes, hash: hex(leafHash(bytes)) }
}

/** Reads what {@link entryOf} wrote: nothing if a field is missing, of another form, or unknown. */
export function findEnvelope(value: Json): Envelope | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 11) return undefined
  const { v, type, tender, lot, seq, prev, at, assurance, origin } = value
  const { actor: whose, payload: what } = value
  const actor = findActor(whose)
  const payload = findPayload(what)
  if (v !== 1) return undefined
  if (!isText(type) || !isText(tender) || !isText(lot) || !isDigest(prev)) return undefined
  if (typeof seq !== 'number' || seq < firstSeq || !isMoment(at)) return undefined
  if (!isAssurance(assurance) || !isDigest(origin)) return undefined
  if (actor === undefined || payload === undefined) return undefined
  return { type, tender, lot, seq, prev, at, actor, assurance, payload, origin }
}

function saltedDigest(name: string, salt: Uint8Array, body: Json): string {
  if (salt.length !== saltSize) throw new RangeError(`a salt has ${saltSize} bytes`)
  return hex(sm3Digest(concat(domain(name), salt, canonicalBytes(body))))
}

function findActor(value: Json | undefined): Envelope['actor'] | undefined {
  if (!hasOnly(value, ['role', 'organisation'])) return undefined
  const { role, organisation } = value
  if (!isText(role)) return undefined
  if (organisation === undefined) return { role }
  return isText(organisation) ? { role, organisation } : undefined
}

function findPayload(value: Json | undefined): Envelope['payload'] | undefined {
  if (!hasOnly(value, ['schema', 'digest', 'access'])) return undefined
  const { schema, digest, access } = value
  return isText(schema) && isDigest(digest) && isAccess(access)
    ? { schema, digest, access }
    : undefined
}

function hasOnly(value: Json | undefined, keys: readonly string[]): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).every((key) => keys.includes(key))
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function isDigest(value: Json | undefined): value is string {
  return typeof value === 'string' && findBytes(value)?.length === 32
}

/** Form only: that the moment exists is the concern of whoever wrote it. */
function isMoment(value: Json | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
}

function isAssurance(value: Json | undefined): value is Assurance {
  return value === 'session' || value === 'step-up' || value === 'sm2'
}

function isAccess(value: Json | undefined): value is Access {
  return value === 'public' || value === 'restricted' || value === 'sealed'
}
