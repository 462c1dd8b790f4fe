// SPDX-License-Identifier: Apache-2.0
/** 核验包 of one tender: what its reader may read, with all that a stranger needs to check it (ADR 11). */

import { buffer } from 'node:stream/consumers'
import type { Json, Refused } from '@gongxin/core/kernel'
import {
  type Bundle,
  bundleFiles,
  claimOf,
  type Files,
  handingOut,
  type Place,
  type SealedForm,
  withinLimits,
} from '@gongxin/core/trading/proof'
import { isParty, type Reader, type TenderState } from '@gongxin/core/trading/tender'
import { platform } from '@gongxin/core/trading/vault'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import { unzipSync, zipSync } from 'fflate'
import type { FileStore } from '../files/index.ts'
import type { LogProof, PublicLog } from '../log/index.ts'
import { type PlacedEntry, type Store, Unavailable } from '../store/index.ts'
import type { Authority, Tenders, Told } from '../tenders/index.ts'

export interface BundleParts {
  readonly store: Pick<Store, 'log'>
  readonly tenders: Pick<Tenders, 'told' | 'manifests' | 'stampsOf'>
  readonly log: Pick<PublicLog, 'proofOf'>
  readonly files: Pick<FileStore, 'get'>
  readonly authority?: Pick<Authority, 'accredited'> | null
}

/** The three files of entries, each in the order of the log. */
interface Entries {
  readonly tender: readonly PlacedEntry[]
  readonly sealed: readonly PlacedEntry[]
  readonly platform: readonly PlacedEntry[]
}

/**
 * The bundle as one zip, its files stored as they are; null where there is no tender. Overseers of the
 * tender get what they may read, everybody else what is public.
 */
export async function bundleOf(
  parts: BundleParts,
  tender: string,
  reader: Reader,
): Promise<Refused | Uint8Array | null> {
  const all = await parts.tenders.told(tender, null)
  if (all === null) return null
  const refusal = handingOut(all.state)
  if (refusal !== undefined) return refusal
  const overseer = reader !== null && oversees.includes(reader.role) && isParty(all.state, reader)
  const told = (overseer ? await parts.tenders.told(tender, reader) : all) ?? all
  const entries = await entriesOf(parts, tender, told.tick)
  if (entries.tender.length < told.lines.length) throw new Unavailable('not yet in the log')
  const listed = [...entries.tender, ...entries.sealed, ...entries.platform]
  const proof = await parts.log.proofOf(listed.map(({ idx }) => idx))
  if (proof === null) throw new Unavailable('not yet attested by enough witnesses')
  const bundle: Bundle = {
    ...{ tender, access: overseer ? 'restricted' : 'public', claim: claimOf(all.state) },
    ...provenBy(proof, entries),
    payloads: payloadsIn(told),
    sealed: await sealedOf(parts, tender),
    accredited: (await parts.authority?.accredited()) ?? null,
    revocationLists: await listsOf(parts, all.state),
    stamps: await parts.tenders.stampsOf(tender),
  }
  return zipSync(Object.fromEntries(bundleFiles(bundle)), { level: 0, mtime: zipTime })
}

const oversees: readonly string[] = ['authority', 'audit']
/** The same bundle is the same bytes, whenever it is asked for. */
const zipTime = '2026-01-01T00:00:00Z'

async function entriesOf(
  { store: { log } }: BundleParts,
  tender: string,
  tick: Told['tick'],
): Promise<Entries> {
  const own = await log.entriesOf(`tender/${tender}`)
  const idx = tick === null ? null : await log.placeOf(platform, tick.seq)
  return {
    tender: own.filter(({ stream }) => stream === `tender/${tender}`),
    sealed: await log.entriesOf(`bid/${tender}/`),
    platform: idx === null || tick === null ? [] : [{ ...tick, stream: platform, idx }],
  }
}

function provenBy({ policy, checkpoint, twin, paths }: LogProof, entries: Entries) {
  const { tender, sealed, platform } = entries
  const places = [...tender, ...sealed, ...platform].map(({ idx }, at): Place => {
    return { idx, path: (paths[at] ?? []).map(hex) }
  })
  const second = tender.length + sealed.length
  const bytes = (list: readonly PlacedEntry[]) => list.map(({ entry }) => entry)
  return {
    ...{ policy, checkpoint, twin },
    entries: { tender: bytes(tender), sealed: bytes(sealed), platform: bytes(platform) },
    proofs: {
      tender: places.slice(0, tender.length),
      sealed: places.slice(tender.length, second),
      platform: places.slice(second),
    },
  }
}

function payloadsIn({ lines, tick }: Told): Bundle['payloads'] {
  const ticked = tick && {
    entry: Buffer.from(tick.entry).toString('utf8'),
    salt: hex(tick.salt),
    body: tick.body,
  }
  return new Map(
    [...lines, ...(ticked ? [ticked] : [])].flatMap(({ entry, salt, body }) => {
      if (body === null || salt === null) return []
      const { payload }: { payload: { digest: string } } = JSON.parse(entry)
      const plain: Json = JSON.parse(JSON.stringify(body))
      return [[payload.digest, { salt, body: plain }] as const]
    }),
  )
}

/** Those the opening record names; the verifier tells of one that is gone. */
async function listsOf({ files }: BundleParts, { record }: TenderState) {
  const named = (record?.revocationLists ?? []).map(async ({ digest }) => {
    const file = await files.get(digest)
    return file === null ? [] : [new Uint8Array(await buffer(file))]
  })
  return (await Promise.all(named)).flat()
}

async function sealedOf({ tenders }: BundleParts, tender: string): Promise<Bundle['sealed']> {
  const shown = (await tenders.manifests(tender)) ?? []
  return new Map(
    shown.map(({ manifest, form }): [string, SealedForm] => {
      const bytes = utf8(manifest)
      const files = { manifest: bytes, form: new Uint8Array(Buffer.from(form, 'base64')) }
      return [hex(bidCommitment(bytes)), files]
    }),
  )
}

/** Nothing where it is no zip, or one that would unpack to more than a bundle may hold. */
export function unzipBundle(bytes: Uint8Array): Files | null {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: withinLimits() })))
  } catch {
    return null
  }
}
