// SPDX-License-Identifier: Apache-2.0
/** The page judges a paper as the command does, and nothing without a list. */

import { moment } from '@gongxin/core/kernel'
import { certificateFor, stampedAt, testAccredited } from '@gongxin/core/testing'
import { utf8 } from '@gongxin/trust/canonical'
import { findCertificate, identifiers } from '@gongxin/trust/certificate'
import { signDetached } from '@gongxin/trust/cms'
import { sm3Digest, softwareSigner } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { checkPaper } from './check-paper.ts'

const at = moment('2026-11-24T01:00:00.000Z')
const paper = utf8('%PDF-1.7 中标通知书')
const random = (size: number) => sm3Digest(utf8('chance')).subarray(0, size)
const signer = softwareSigner({ privateKey: sm3Digest(utf8('papers')), random })
const platform = { uscc: '12450200MB1C000003', name: '柳州市公共资源交易平台' }

async function signed(): Promise<Uint8Array> {
  const purposes = [identifiers.documentSigning]
  const own = findCertificate(certificateFor(platform, signer.publicKey, { purposes }))
  if (own === undefined) throw new Error('our own certificate is not read')
  const stamp = async (octets: Uint8Array) => stampedAt(at, octets)
  return signDetached({ document: paper, signingTime: at, certificates: [own], stamp }, signer)
}

test('a paper is judged by the list that is chosen, and by no other', async () => {
  const signature = await signed()
  const asked = { paper, signature, list: testAccredited }
  expect(checkPaper(asked, at)).toMatchObject({ verdict: 'pass', signer: platform.name })
  expect(checkPaper({ ...asked, paper: utf8('%PDF') }, at)).toMatchObject({
    fault: 'PAPER_CHANGED',
  })
  const nobody = JSON.stringify({ roots: [], stamping: [], v: 'GXCERT/1' })
  expect(checkPaper({ ...asked, list: nobody }, at)).toMatchObject({ verdict: 'fail' })
  expect(checkPaper({ ...asked, list: '' }, at)).toBeNull()
})
