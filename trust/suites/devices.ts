// SPDX-License-Identifier: Apache-2.0
/** Keys that may live in a device which never gives them out (UKey, 密码卡, 云密码机), and the same in software. */

import { decryptSm2 } from './sm2-encryption.ts'
import { signSm2, sm2PublicKey } from './sm2-signature.ts'

/** Signs. Nobody who asks ever sees the key. */
export interface Signer {
  /** `04 ‖ x ‖ y` */
  readonly publicKey: Uint8Array
  /** `r ‖ s` over the message under the usual identity. Rejects where the device is not at hand. */
  sign(message: Uint8Array): Promise<Uint8Array>
}

/** Opens what was encrypted to it: short texts such as the key of an envelope. */
export interface Unwrapper {
  /** `04 ‖ x ‖ y` */
  readonly publicKey: Uint8Array
  /** What a `C1 ‖ C3 ‖ C2` holds, or nothing where it is not for this key. Rejects where the device is not at hand. */
  unwrap(cipher: Uint8Array): Promise<Uint8Array | undefined>
}

export interface SoftwareKey {
  readonly privateKey: Uint8Array
  /** Fresh random bytes. */
  readonly random: (size: number) => Uint8Array
}

/** A key in memory, for demos and for whoever has no device. */
export function softwareSigner({ privateKey, random }: SoftwareKey): Signer {
  const publicKey = publicOf(privateKey)
  return {
    publicKey,
    sign: async (message) => signSm2({ privateKey, message, entropy: random(32) }),
  }
}

export function softwareUnwrapper({ privateKey }: Pick<SoftwareKey, 'privateKey'>): Unwrapper {
  const publicKey = publicOf(privateKey)
  return { publicKey, unwrap: async (cipher) => decryptSm2(privateKey, cipher) }
}

function publicOf(privateKey: Uint8Array): Uint8Array {
  const publicKey = sm2PublicKey(privateKey)
  if (publicKey === undefined) throw new RangeError('this is no SM2 private key')
  return publicKey
}
