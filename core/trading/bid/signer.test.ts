// SPDX-License-Identifier: Apache-2.0
/** A bid signed by a device's key names its bidder as one signed by the key of the tender does. */

import { canonicalBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { identityMessage } from '@gongxin/trust/seal'
import { sm3Digest, softwareSigner, verifyingKey, verifySm2 } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { certificateFor } from '../../testing/index.ts'
import { identityOf } from './certifying.ts'

const bidder = { uscc: '91450200MA60000009', name: '柳州甲公司' }
const random = (size: number) => sm3Digest(utf8('chance')).subarray(0, size)
const device = softwareSigner({ privateKey: sm3Digest(utf8('UKey')), random })
const certificates = [hex(certificateFor(bidder, device.publicKey))]
const digest = sm3Digest(utf8('manifest'))

test('what the device signs is this very manifest, under its own certificate', async () => {
  const identity = await identityOf({ bidder, certificates, signer: device })(digest)
  const key = verifyingKey(device.publicKey)
  const signature = await device.sign(identityMessage(digest))
  expect(canonicalBytes(identity)).toEqual(
    canonicalBytes({ ...bidder, certificates, signature: hex(signature) }),
  )
  expect(key !== undefined && verifySm2(key, { message: identityMessage(digest), signature })).toBe(
    true,
  )
})

test('a device of another certificate signs nothing', () => {
  const other = softwareSigner({ privateKey: digest, random })
  expect(() => identityOf({ bidder, certificates, signer: other })).toThrow('another key')
})
