// SPDX-License-Identifier: Apache-2.0
/** For tests only: real tenders beside a bank and a library that always say yes. */

import type { Instant } from '@gongxin/core/kernel'
import {
  paperNumbered,
  pool,
  revocationListAt,
  stampedAt,
  testAccredited,
} from '@gongxin/core/testing'
import { createLog, type Log, type LogParts } from '../../log/index.ts'
import { createPapers, type Papers } from '../../papers/index.ts'
import { type Authority, createTenders, type Tenders } from '../../tenders/index.ts'
import type { HttpDeps } from '../host.ts'

export async function tendersAmongNeighbours(
  needs: Pick<HttpDeps, 'store' | 'cabinet' | 'clock' | 'files'>,
): Promise<Tenders> {
  return createTenders({
    ...needs,
    library: { eligible: async () => pool, call: async () => 'accepted' },
    authority: testAuthorityPort(needs.clock),
    stamping: { stamp: async (bytes) => stampedAt(needs.clock.now(), bytes) },
    bank: {
      name: '演示银行',
      refund: async ({ reference }) => `S-${reference}`.slice(0, 60),
      rateOn: async () => ({ yearly: '0.0005', base: 360 }),
      paper: async (number) => paperNumbered(number),
      claim: async ({ reference }) => `P-${reference}`.slice(0, 60),
      release: async ({ reference }) => `R-${reference}`.slice(0, 60),
    },
  })
}

/** Certifies nobody itself: the bidders of the scripts bring certificates of the test authority. */
export function testAuthorityPort(clock: { now(): Instant }): Authority {
  return {
    accredited: async () => testAccredited,
    certify: async () => [],
    revocationLists: async () => [revocationListAt(clock.now())],
  }
}

/** A press that says the usual address of a demo on its papers. */
export function pressOf(of: Pick<HttpDeps, 'store' | 'cabinet' | 'files'>): Papers {
  return createPapers({ ...of, cabinet: of.cabinet.store, origin: 'http://localhost:3000' })
}

/** A log nobody has been asked to witness. */
export function logOf(parts: Pick<LogParts, 'store' | 'clock' | 'dataFolder'>): Promise<Log> {
  return createLog({ ...parts, witnesses: [] })
}
