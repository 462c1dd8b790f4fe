// SPDX-License-Identifier: Apache-2.0
/** The primitives of the national suite, written out here and checked against published vectors. */

export * from './curve.ts'
export * from './devices.ts'
export * from './ed25519.ts'
export * from './hmac.ts'
export { type Product, sumOfProducts, withTable } from './products.ts'
export * from './sha256.ts'
export {
  decryptSm2,
  encryptSm2,
} from './sm2-encryption.ts'
export {
  type Claim,
  defaultIdentity,
  findSignatureInDer,
  purposeMessage,
  type SignatureFault,
  type Signing,
  signatureFault,
  signatureSize,
  signatureToDer,
  signSm2,
  signSm2Digest,
  sm2Digest,
  sm2PublicKey,
  type VerifyingKey,
  verifyingKey,
  verifySm2,
} from './sm2-signature.ts'
export * from './sm3.ts'
export * from './sm4.ts'
export * from './sm4-gcm.ts'
