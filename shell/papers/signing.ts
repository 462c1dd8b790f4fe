// SPDX-License-Identifier: Apache-2.0
/** The signature beside a printed paper: made once for its bytes, stamped from outside, and kept (ADR 16). */

import type { Instant } from '@gongxin/core/kernel'
import { findAccredited } from '@gongxin/core/trading/bid'
import { signDetached, verifyTimestamp } from '@gongxin/trust/cms'
import type { FileStore } from '../files/index.ts'
import { type Store, Unavailable } from '../store/index.ts'
import type { Authority, Stamping } from '../tenders/index.ts'
import { type Hand, handOf, type PaperKey } from './hand.ts'

export interface PaperSigning {
  readonly key: PaperKey
  readonly clock: { now(): Instant }
  /** Null where no moment is attested from outside. */
  readonly stamping: Stamping | null
  /** Says whose stamps count; null where nobody does. */
  readonly authority: Pick<Authority, 'accredited'> | null
}

interface Needs extends PaperSigning {
  readonly store: Pick<Store, 'settings'>
  readonly files: FileStore
}

/** Answers the digest of the signature of a stored file. Rejects with Unavailable where the key is not at hand. */
export function createSigning(needs: Needs): (printed: string) => Promise<string> {
  const { store, files } = needs
  const running = new Map<string, Promise<string>>()
  return async (printed) => {
    const name = `paper-signature/${printed}`
    const known = await store.settings.find(name)
    if (typeof known === 'string' && (await files.has(known))) return known
    // Two who ask at once wait for one signature.
    const signing = running.get(name) ?? signedNow(needs, printed, name)
    running.set(name, signing)
    return signing.finally(() => running.delete(name))
  }
}

async function signedNow(needs: Needs, printed: string, name: string): Promise<string> {
  const { key, clock, store, files } = needs
  const document = await bytesOf(files, printed)
  const signingTime = clock.now()
  const { signer, certificates }: Hand = await handOf(key, signingTime)
  const stamp = (octets: Uint8Array) => stampOf(needs, octets)
  const signature = await signDetached({ document, signingTime, certificates, stamp }, signer)
  const stored = await files.put(once(signature))
  if (stored === 'too-large') throw new Error('a signature without a limit is never too large')
  await store.settings.save(name, stored.digest)
  return stored.digest
}

/** A silent authority leaves the moment to the word of the platform, and the signature says so. */
async function stampOf(
  { stamping, authority }: Needs,
  octets: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (stamping === null) return undefined
  try {
    const token = await stamping.stamp(octets)
    const list = (await authority?.accredited()) ?? null
    const accredited = list === null ? undefined : findAccredited(list)
    const roots = accredited?.stamping.map(({ certificate }) => certificate) ?? []
    // Kept for ever: a stamp that no verifier will accept is worse than none.
    return verifyTimestamp(token, octets, { roots }).ok ? token : undefined
  } catch (error) {
    if (error instanceof Unavailable) return undefined
    throw error
  }
}

async function bytesOf(files: FileStore, digest: string): Promise<Uint8Array> {
  const content = await files.get(digest)
  if (content === null) throw new Error('a paper just printed is not there')
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return new Uint8Array(Buffer.concat(pieces))
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
