// SPDX-License-Identifier: Apache-2.0
/** Just enough of the zip form to open a workbook with the browser's own inflater. */

const directoryMark = 0x02014b50
const endMark = 0x06054b50
/** A workbook of prices is small; what unpacks to more than this is not one. */
const mostBytes = 64 * 1024 * 1024

/** Texts of the wanted files by name; empty where the bytes are no zip. */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, string>()
  let at = directoryStart(view)
  while (at >= 0 && at + 46 <= view.byteLength && view.getUint32(at, true) === directoryMark) {
    const nameLength = view.getUint16(at + 28, true)
    const skipped = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (wanted(name)) found.set(name, await textAt({ bytes, view }, at))
    at += 46 + nameLength + skipped
  }
  return found
}

function directoryStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1) {
    if (view.getUint32(at, true) === endMark) return view.getUint32(at + 16, true)
  }
  return -1
}

interface Archive {
  readonly bytes: Uint8Array
  readonly view: DataView
}

async function textAt({ bytes, view }: Archive, entry: number): Promise<string> {
  const method = view.getUint16(entry + 10, true)
  const packed = view.getUint32(entry + 20, true)
  if (view.getUint32(entry + 24, true) > mostBytes) return ''
  const local = view.getUint32(entry + 42, true)
  const begins = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const data = bytes.slice(begins, begins + packed)
  if (method === 0) return new TextDecoder().decode(data)
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}
