// SPDX-License-Identifier: Apache-2.0
/** Ed25519 (RFC 8032), for the notes of the twin tree that outside tools read. */

import { ed25519 } from '@noble/curves/ed25519.js'

export function ed25519PublicKey(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ed25519.getPublicKey(seed))
}

export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ed25519.sign(message, seed))
}

/** The strict rules of the RFC: what one verifier takes, every other takes. */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
