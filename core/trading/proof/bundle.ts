// SPDX-License-Identifier: Apache-2.0
/** 核验包 `*.pvb`: which files it holds, how they are named, and what makes a container unfit (ADR 11). */

import {
  canonicalBytes,
  findText,
  hex,
  type Json,
  parseCanonical,
  utf8,
} from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { digest, id, z } from '../../kernel/index.ts'

/** Path to bytes; a folder and a zip of it read alike. */
export type Files = ReadonlyMap<string, Uint8Array>

/** `public` is what everybody may read, `restricted` what an overseer may. */
export const accessLevels = ['public', 'restricted'] as const
export type AccessLevel = (typeof accessLevels)[number]

export const bundleFormat = 'PVB/1'
export const listPath = 'bundle.json'
/** More than any tender comes to, and less than what stops a reader's machine. */
export const bundleLimits = { files: 20_000, bytes: 512 * 1024 * 1024 }

/** Asked of each file of a zip before it is unpacked; throws a RangeError where it would be too much. */
export function withinLimits(): (file: { name: string; originalSize: number }) => boolean {
  let [files, bytes] = [0, 0]
  return ({ name, originalSize }) => {
    files += 1
    bytes += originalSize
    if (files > bundleLimits.files || bytes > bundleLimits.bytes) throw new RangeError('too much')
    return !name.endsWith('/')
  }
}

const listShape = z.strictObject({
  v: z.literal(bundleFormat),
  tender: id,
  access: z.enum(accessLevels),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sm3: digest })),
})

const place = z.strictObject({ idx: z.int().min(0), path: z.array(digest).max(64) })
/** Where each entry stands under the closing checkpoint, in the order of its file. */
const proofsShape = z.strictObject({
  tender: z.array(place),
  sealed: z.array(place),
  platform: z.array(place),
})
export type Place = z.infer<typeof place>
export type Proofs = z.infer<typeof proofsShape>
export type EntryFile = keyof Proofs
export const entryFiles: readonly EntryFile[] = ['tender', 'sealed', 'platform']

const payloadShape = z.strictObject({ salt: digest, body: z.json() })
export interface Payload {
  readonly salt: string
  readonly body: Json
}

/** What the platform itself says came of the tender: compared, never trusted. */
const claimShape = z.strictObject({
  received: z.int().nullable(),
  opened: z.int().nullable(),
  winner: z.string().nullable(),
  priceFen: z.int().nullable(),
})
export type Claim = z.infer<typeof claimShape>

export interface Bundle {
  readonly tender: string
  readonly access: AccessLevel
  /** In the form of C2SP tlog-policy. */
  readonly policy: string
  /** Signed notes of the closing checkpoint, and of its twin. */
  readonly checkpoint: Uint8Array
  readonly twin: Uint8Array
  readonly entries: Readonly<Record<EntryFile, readonly Uint8Array[]>>
  readonly proofs: Proofs
  /** By digest; what is not here is withheld. */
  readonly payloads: ReadonlyMap<string, Payload>
  readonly sealed: ReadonlyMap<string, SealedForm>
  readonly claim: Claim
  /** Whose certificates count (ADR 12); null in bundles of before. */
  readonly accredited: string | null
  /** Revocation lists that the opening record names, as DER. */
  readonly revocationLists: readonly Uint8Array[]
  /** Tokens over entries of bids and of the closing, by the hash of the entry. */
  readonly stamps: ReadonlyMap<string, Uint8Array>
}

/** Of one bid, by its commitment: the manifest and the sealed opening form. */
export interface SealedForm {
  readonly manifest: Uint8Array
  readonly form: Uint8Array
}

export type ContainerFault = 'CONTAINER' | 'FILE_DIGEST' | 'NON_CANONICAL' | 'BUNDLE_FORM'
export type ReadBundle =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly code: ContainerFault; readonly path: string }

const entryPath = (file: EntryFile) => `events/${file}.ndjson`
const listForm = /^crl\/[0-9a-f]{64}\.der$/
const stampForm = /^stamps\/([0-9a-f]{64})\.tst$/
const pathForm = /^[0-9A-Za-z][0-9A-Za-z._-]*(?:\/[0-9A-Za-z][0-9A-Za-z._-]*){0,3}$/
const policyPath = 'policy/log-policy.txt'
const accreditedPath = 'policy/certificates.json'
const [checkpointPath, twinPath] = ['log/checkpoint', 'log/checkpoint.sha256']
const proofsPath = 'log/proofs.json'
const claimPath = 'report/claimed.json'

/** The files of a bundle, with the list that names them all. */
export function bundleFiles(bundle: Bundle): Files {
  const { proofs, claim } = bundle
  const files = new Map<string, Uint8Array>([
    [policyPath, utf8(bundle.policy)],
    ...(bundle.accredited === null ? [] : [[accreditedPath, utf8(bundle.accredited)] as const]),
    ...bundle.revocationLists.map((der) => [`crl/${hex(sm3Digest(der))}.der`, der] as const),
    [checkpointPath, bundle.checkpoint],
    [twinPath, bundle.twin],
    [proofsPath, jsonBytes(proofs)],
    [claimPath, jsonBytes(claim)],
    ...[...bundle.stamps].map(([entry, token]) => [`stamps/${entry}.tst`, token] as const),
    ...entryFiles.map((file) => [entryPath(file), lines(bundle.entries[file])] as const),
    ...[...bundle.payloads].map(
      ([name, payload]) => [`payloads/${name}.json`, jsonBytes(payload)] as const,
    ),
    ...[...bundle.sealed].flatMap(([commitment, { manifest, form }]) => [
      [`bids/${commitment}/manifest.json`, manifest] as const,
      [`bids/${commitment}/part0.bin`, form] as const,
    ]),
  ])
  return listed(files, bundle)
}

/** Lists the files anew: what whoever changed one of them would do. */
export function listed(files: Files, { tender, access }: Pick<Bundle, 'tender' | 'access'>): Files {
  const list = [...files]
    .filter(([path]) => path !== listPath)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sm3: hex(sm3Digest(bytes)) }))
  const named = jsonBytes({ v: bundleFormat, tender, access, files: list })
  return new Map([...files]).set(listPath, named)
}

/** V0: only what is listed, exactly as listed, and each file in its form. */
export function readBundle(files: Files): ReadBundle {
  const list = readJson(files, listPath, listShape)
  if (!list.ok) return list
  const fault = containerFault(files, list.value.files)
  if (fault !== undefined) return { ok: false, ...fault }
  const proofs = readJson(files, proofsPath, proofsShape)
  if (!proofs.ok) return proofs
  const claim = readJson(files, claimPath, claimShape)
  if (!claim.ok) return claim
  const payloads = new Map<string, Payload>()
  for (const path of files.keys()) {
    const [, name] = /^payloads\/([0-9a-f]{64})\.json$/.exec(path) ?? []
    if (name === undefined) continue
    const payload = readJson(files, path, payloadShape)
    if (!payload.ok) return payload
    payloads.set(name, payload.value)
  }
  return whole(files, { ...list.value, proofs: proofs.value, claim: claim.value, payloads })
}

type Read = Pick<Bundle, 'tender' | 'access' | 'proofs' | 'claim' | 'payloads'>

function whole(files: Files, read: Read): ReadBundle {
  const missing = [policyPath, checkpointPath, twinPath, ...entryFiles.map(entryPath)].find(
    (path) => !files.has(path),
  )
  if (missing !== undefined) return { ok: false, code: 'BUNDLE_FORM', path: missing }
  const bytes = (path: string) => files.get(path) ?? new Uint8Array(0)
  const policy = findText(bytes(policyPath))
  if (policy === undefined) return { ok: false, code: 'BUNDLE_FORM', path: policyPath }
  const entries = {
    tender: linesIn(bytes(entryPath('tender'))),
    sealed: linesIn(bytes(entryPath('sealed'))),
    platform: linesIn(bytes(entryPath('platform'))),
  }
  const uneven = entryFiles.find((file) => entries[file].length !== read.proofs[file].length)
  if (uneven !== undefined) return { ok: false, code: 'BUNDLE_FORM', path: entryPath(uneven) }
  const sealed = sealedIn(files)
  const listed = files.get(accreditedPath)
  const accredited = listed === undefined ? null : findText(listed)
  if (accredited === undefined) return { ok: false, code: 'BUNDLE_FORM', path: accreditedPath }
  const revocationLists = [...files].flatMap(([path, der]) => (listForm.test(path) ? [der] : []))
  const [checkpoint, twin] = [bytes(checkpointPath), bytes(twinPath)]
  const { tender, access, proofs, claim, payloads } = read
  const known = { tender, access, proofs, claim, payloads }
  const judging = { accredited, revocationLists, stamps: stampsIn(files) }
  return { ok: true, bundle: { ...known, ...judging, policy, checkpoint, twin, entries, sealed } }
}

function stampsIn(files: Files): Bundle['stamps'] {
  return new Map(
    [...files].flatMap(([path, token]) => {
      const [, entry] = stampForm.exec(path) ?? []
      return entry === undefined ? [] : [[entry, token] as const]
    }),
  )
}

function sealedIn(files: Files): ReadonlyMap<string, SealedForm> {
  const sealed = new Map<string, SealedForm>()
  for (const [path, manifest] of files) {
    const [, commitment] = /^bids\/([0-9a-f]{64})\/manifest\.json$/.exec(path) ?? []
    const form = files.get(`bids/${commitment}/part0.bin`)
    if (commitment !== undefined && form !== undefined) sealed.set(commitment, { manifest, form })
  }
  return sealed
}

function containerFault(
  files: Files,
  list: z.infer<typeof listShape>['files'],
): { readonly code: ContainerFault; readonly path: string } | undefined {
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  if (files.size > bundleLimits.files || total > bundleLimits.bytes) {
    return { code: 'CONTAINER', path: listPath }
  }
  const named = new Set(list.map(({ path }) => path))
  const stray = [...files.keys()].find((path) => path !== listPath && !named.has(path))
  const odd = list.find(({ path }) => !pathForm.test(path) || path === listPath || !files.has(path))
  if (stray !== undefined || odd !== undefined || named.size !== list.length) {
    return { code: 'CONTAINER', path: stray ?? odd?.path ?? listPath }
  }
  const changed = list.find(({ path, bytes, sm3 }) => {
    const file = files.get(path)
    return file?.length !== bytes || hex(sm3Digest(file)) !== sm3
  })
  return changed && { code: 'FILE_DIGEST', path: changed.path }
}

type ReadJson<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ContainerFault; readonly path: string }

function readJson<S extends z.ZodType>(files: Files, path: string, shape: S): ReadJson<z.infer<S>> {
  const bytes = files.get(path)
  if (bytes === undefined) return { ok: false, code: 'BUNDLE_FORM', path }
  const parsed = parseCanonical(bytes)
  if (!parsed.ok) return { ok: false, code: 'NON_CANONICAL', path }
  const read = shape.safeParse(parsed.value)
  return read.success ? { ok: true, value: read.data } : { ok: false, code: 'BUNDLE_FORM', path }
}

/** One entry a line: canonical JSON has no bare line feed. */
function lines(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, { length }) => sum + length + 1, 0))
  let at = 0
  for (const entry of entries) {
    bytes.set(entry, at)
    bytes[at + entry.length] = lineFeed
    at += entry.length + 1
  }
  return bytes
}

const lineFeed = 0x0a

/** What follows the last line feed is a line too, and no entry: it will be told. */
function linesIn(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  let from = 0
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
    found.push(bytes.subarray(from, end))
    from = end + 1
  }
  return from === bytes.length ? found : [...found, bytes.subarray(from)]
}

function jsonBytes(value: object): Uint8Array {
  return canonicalBytes(JSON.parse(JSON.stringify(value)))
}
