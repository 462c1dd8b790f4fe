// SPDX-License-Identifier: Apache-2.0
/** A key behind an interface gives the same signatures and texts as one in the hand. */

import { expect, test } from 'vitest'
import { utf8 } from '../canonical/index.ts'
import {
  encryptSm2,
  signSm2Digest,
  sm2Digest,
  sm3Digest,
  softwareSigner,
  softwareUnwrapper,
  verifyingKey,
  verifySm2,
} from './index.ts'

const privateKey = sm3Digest(utf8('device'))
const random = (size: number) => sm3Digest(utf8('chance')).subarray(0, size)
const signer = softwareSigner({ privateKey, random })
const message = utf8('文书')

test('signs so that its public key verifies, over the message or over the digest of it', async () => {
  const key = verifyingKey(signer.publicKey)
  const digest = sm2Digest(signer.publicKey, message)
  if (key === undefined || digest === undefined) throw new Error('no key')
  const signature = signSm2Digest({ privateKey, entropy: random(32) }, digest)
  expect(verifySm2(key, { message, signature })).toBe(true)
  expect(signature).toEqual(await signer.sign(message))
  expect(() => signSm2Digest({ privateKey, entropy: random(32) }, message)).toThrow(RangeError)
})

test('unwraps what was encrypted to it and nothing else', async () => {
  const device = softwareUnwrapper({ privateKey })
  const cipher = encryptSm2(device.publicKey, message, random(32))
  expect(await device.unwrap(cipher)).toEqual(message)
  const other = softwareUnwrapper({ privateKey: sm3Digest(message) })
  expect(await other.unwrap(cipher)).toBeUndefined()
})
