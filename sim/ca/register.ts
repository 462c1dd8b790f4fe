// SPDX-License-Identifier: Apache-2.0
/** What the demo authority keeps: its key, and every certificate it has given out or taken back. */

import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, z } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import type { Revoked } from '@gongxin/trust/certificate'
import { sm2PublicKey } from '@gongxin/trust/suites'

const lineShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), serial: z.string(), der: z.string() }),
  z.strictObject({ kind: z.literal('revoked'), serial: z.string(), at: z.string() }),
])
type Line = z.infer<typeof lineShape>

export interface Register {
  readonly privateKey: Uint8Array
  /** Its own, once it is made. */
  readonly root: Uint8Array | undefined
  keepRoot(der: Uint8Array): void
  issued(serial: Uint8Array, der: Uint8Array): void
  /** False where no such certificate was given out; the first moment counts. */
  revoke(serial: string, at: Instant): boolean
  revoked(): readonly Revoked[]
}

export function openRegister(folder: string): Register {
  mkdirSync(folder, { recursive: true })
  const keyPath = join(folder, 'ca.key')
  const rootPath = join(folder, 'root.cer')
  const bookPath = join(folder, 'book.jsonl')
  const lines: Line[] = existsSync(bookPath) ? linesOf(readFileSync(bookPath, 'utf8')) : []
  const write = (line: Line) => {
    appendFileSync(bookPath, `${JSON.stringify(line)}\n`)
    lines.push(line)
  }
  return {
    privateKey: keyIn(keyPath),
    root: existsSync(rootPath) ? new Uint8Array(readFileSync(rootPath)) : undefined,
    keepRoot: (der) => writeFileSync(rootPath, der),
    issued: (serial, der) => write({ kind: 'issued', serial: hex(serial), der: hex(der) }),
    revoke(serial, at) {
      if (!lines.some((line) => line.kind === 'issued' && line.serial === serial)) return false
      const known = lines.some((line) => line.kind === 'revoked' && line.serial === serial)
      if (!known) write({ kind: 'revoked', serial, at })
      return true
    },
    revoked: () =>
      lines.flatMap((line) => {
        const serial = line.kind === 'revoked' ? findBytes(line.serial) : undefined
        return line.kind === 'revoked' && serial !== undefined ? [{ serial, at: line.at }] : []
      }),
  }
}

/** Made when first asked for and kept as hex; the demo has no device to keep it in. */
export function keyIn(path: string): Uint8Array {
  const kept = existsSync(path) ? findBytes(readFileSync(path, 'utf8').trim()) : undefined
  if (kept !== undefined) return kept
  const made = freshKey()
  writeFileSync(path, hex(made), { mode: 0o600 })
  return made
}

export function freshKey(): Uint8Array {
  for (;;) {
    const key = new Uint8Array(randomBytes(32))
    if (sm2PublicKey(key) !== undefined) return key
  }
}

/** A line cut off by a crash is left out. */
function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      const read = lineShape.safeParse(JSON.parse(line))
      return read.success ? [read.data] : []
    } catch {
      return []
    }
  })
}
