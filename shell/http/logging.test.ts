// SPDX-License-Identifier: Apache-2.0
/** No line of the log lets anybody count bids, and everything else is written. */

import { bidActs } from '@gongxin/core/trading/bid'
import { expect, it } from 'vitest'
import { isUnwritten } from './logging.ts'

const post = (url: string) => isUnwritten({ method: 'POST', url })
const get = (url: string) => isUnwritten({ method: 'GET', url })

it('of every act of a bidder, of looking at the own bid and of uploads nothing is written', () => {
  for (const { name } of bidActs)
    expect([name, post(`/api/tenders/T1/acts/${name}`)]).toEqual([name, true])
  expect(post('/api/tenders/T1/acts/submit-bid/')).toBe(true)
  for (const path of ['bid', 'bid?x=1', 'bid/vault'])
    expect(get(`/api/tenders/T1/${path}`)).toBe(true)
  expect(isUnwritten({ method: 'PATCH', url: '/api/files/ab' })).toBe(true)
  expect(post('/api/files')).toBe(true)
  expect(post('/api/certificates')).toBe(true)
})

it('acts on the tender, reading and downloading are written', () => {
  for (const act of ['clarify', 'publish-notice', 'submit-bids']) {
    expect(post(`/api/tenders/T1/acts/${act}`)).toBe(false)
  }
  for (const path of ['', '/bids', '/trail']) expect(get(`/api/tenders/T1${path}`)).toBe(false)
  expect(get('/api/files/ab')).toBe(false)
})
