// SPDX-License-Identifier: Apache-2.0
/** What a file is by its own bytes; its name and what the browser says of it count for nothing. */

import { sealedFileMark } from '@gongxin/trust/seal'

const headBytes = 4_096
/** The list of contents of a zip lies at its end. */
const tailBytes = 262_144

const officeType = 'application/vnd.openxmlformats-officedocument'

/** Reads so many bytes from a place; fewer where the content ends before. */
export type ReadAt = (from: number, length: number) => Promise<Buffer>

/** Null for what is not on the list of types taken in. */
export async function mediaTypeOf(size: number, read: ReadAt): Promise<string | null> {
  const head = await read(0, headBytes)
  const begins = signatures.find(([bytes]) => head.subarray(0, bytes.length).equals(bytes))
  if (begins !== undefined) return begins[1]
  if (head.subarray(0, 4).equals(zip)) {
    const tail = await read(Math.max(0, size - tailBytes), tailBytes)
    return zipType(tail.toString('latin1'))
  }
  return size > 0 && isText(head) ? 'text/plain' : null
}

/** A bid sealed by its bidder: bytes that mean nothing until it is opened. */
export const sealedBidType = 'application/vnd.gongxin.sealed-bid'

const zip = Buffer.from('PK\x03\x04', 'latin1')
const signatures: readonly (readonly [Buffer, string])[] = [
  [Buffer.from(sealedFileMark), sealedBidType],
  [Buffer.from('%PDF-', 'latin1'), 'application/pdf'],
  [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'],
  [Buffer.from('\xff\xd8\xff', 'latin1'), 'image/jpeg'],
]

function zipType(contents: string): string {
  if (contents.includes('word/document.xml')) return `${officeType}.wordprocessingml.document`
  if (contents.includes('xl/workbook.xml')) return `${officeType}.spreadsheetml.sheet`
  return 'application/zip'
}

function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13)
}
