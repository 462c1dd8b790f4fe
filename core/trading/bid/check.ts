// SPDX-License-Identifier: Apache-2.0
/** 核验开标: whoever reads the public record opens every opening form again and compares (ADR 9). */

import { findBytes, parseCanonical, sameBytes, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment, findManifest, NotOpened, openedPart } from '@gongxin/trust/seal'
import { openedFault } from '@gongxin/trust/vault'
import { openingForm, type TenderState } from '../tender/index.ts'
import { lot } from './tool.ts'

/** What anybody can fetch of one sealed bid once the opening has begun. */
export interface Shown {
  readonly bid: string
  readonly manifest: string
  /** Part 0 as it was sealed. */
  readonly form: Uint8Array
}

export type OpenedFault =
  | 'BID_MISSING'
  | 'BID_ADDED'
  | 'COMMIT_MISMATCH'
  | 'MANIFEST_FORM'
  | 'KEY_COMMIT'
  | 'PART_ROOT'
  | 'AEAD_FAIL'
  | 'STREAM_TRUNCATED'
  | 'PADDING'
  | 'PART_FORM'
  | 'RECORD_MISMATCH'

export interface Checked {
  /** Number of the bid; empty for what concerns all of them together. */
  readonly bid: string
  readonly fault: OpenedFault | null
}

/**
 * Every bid of the record against the commitments fixed at the deadline: none dropped, none added, and
 * each form in the record is the one that was sealed. Rows of bids that never came open are passed over.
 */
export async function checkOpening(
  tender: string,
  { record, bids }: Pick<TenderState, 'record' | 'bids'>,
  of: { readonly commitments: readonly string[]; readonly shown: readonly Shown[] },
): Promise<readonly Checked[]> {
  const rows = record?.rows ?? []
  const known = (texts: readonly string[]) => texts.map((text) => findBytes(text) ?? utf8(text))
  const all = openedFault(known(of.commitments), known(bids.map((bid) => bid.commitment)))
  const listed = rows.length === bids.length ? all : 'BID_MISSING'
  const each = rows.map(async (row): Promise<Checked> => {
    const bid = bids.find(({ no }) => no === row.bid)
    const shown = of.shown.find((one) => one.bid === row.bid)
    if (bid === undefined || shown === undefined) return { bid: row.bid, fault: 'BID_MISSING' }
    if (!row.decrypted) return { bid: row.bid, fault: null }
    return {
      bid: row.bid,
      fault: await formFault(tender, row, { ...shown, commitment: bid.commitment }),
    }
  })
  return [{ bid: '', fault: listed ?? null }, ...(await Promise.all(each))]
}

type Row = NonNullable<TenderState['record']>['rows'][number]

async function formFault(
  tender: string,
  row: Row,
  { manifest, form, commitment }: Shown & { readonly commitment: string },
): Promise<OpenedFault | null> {
  const bytes = utf8(manifest)
  const fixed = findBytes(commitment)
  if (fixed === undefined || !sameBytes(bidCommitment(bytes), fixed)) return 'COMMIT_MISMATCH'
  const [stage] = findManifest(bytes)?.stages ?? []
  const sealed = stage?.parts[0]
  const key = row.key && { content: findBytes(row.key.content), nonce: findBytes(row.key.nonce) }
  if (stage === undefined || sealed === undefined) return 'MANIFEST_FORM'
  if (key?.content === undefined || key.nonce === undefined) return 'KEY_COMMIT'
  const place = { tender, lot, stage: stage.name }
  const { content, nonce } = key
  try {
    const pieces: number[] = []
    for await (const piece of openedPart({ place, sealed, key: { content, nonce } }, [form])) {
      pieces.push(...piece)
    }
    return isRecorded(row, Uint8Array.from(pieces)) ? null : 'RECORD_MISMATCH'
  } catch (error) {
    if (error instanceof NotOpened) return error.fault
    throw error
  }
}

function isRecorded(row: Row, bytes: Uint8Array): boolean {
  const parsed = parseCanonical(bytes)
  const form = parsed.ok ? openingForm.safeParse(parsed.value).data : undefined
  return (
    form !== undefined &&
    form.priceFen === row.priceFen &&
    form.durationDays === row.durationDays &&
    form.quality === row.quality &&
    form.projectManager.name === row.projectManager?.name &&
    form.projectManager.certificate === row.projectManager.certificate
  )
}
