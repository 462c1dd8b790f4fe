// SPDX-License-Identifier: Apache-2.0
/** The two hands of the log: SM2 signs the tree under SM3, Ed25519 its twin under SHA-256. */

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  type NoteKey,
  type NoteKind,
  type NoteLine,
  signNote,
  type TreeAlgorithm,
} from '@gongxin/trust/log'
import { ed25519PublicKey, sm2PublicKey } from '@gongxin/trust/suites'
import { KeyBroken, keyIn } from '../keys/index.ts'

export interface Signer {
  readonly key: NoteKey
  /** `time` in seconds since 1970, of a cosigner alone. */
  sign(text: string, time?: number): NoteLine
}

export type LogSigners = Readonly<Record<TreeAlgorithm, Signer>>

/** Made once and kept in the folder for life: another key would be another log. */
export async function logSigners(folder: string, origin: string): Promise<LogSigners> {
  return {
    SM3: await signerIn(join(folder, 'log-sm2.key'), origin, 'sm2'),
    'SHA-256': await signerIn(join(folder, 'log-ed25519.key'), origin, 'ed25519'),
  }
}

export async function signerIn(file: string, name: string, kind: NoteKind): Promise<Signer> {
  const privateKey = await keyIn(file)
  const publicKey = kind.startsWith('sm2') ? sm2PublicKey(privateKey) : ed25519PublicKey(privateKey)
  // One in 2^32 random keys is no number below the order of the curve.
  if (publicKey === undefined) throw new KeyBroken(`${file} is no private key`)
  const key: NoteKey = { name, kind, publicKey }
  return {
    key,
    sign(text, time) {
      const entropy = randomBytes(32)
      const when = time === undefined ? {} : { time }
      return signNote(text, { key, privateKey, entropy, ...when })
    },
  }
}
