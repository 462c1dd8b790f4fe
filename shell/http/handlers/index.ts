// SPDX-License-Identifier: Apache-2.0
/** Every route of the contract with its handler; a test walks the contract and misses none. */

import type { Host } from '../host.ts'
import { actHandlers } from './acts.ts'
import { certificateHandlers } from './certificates.ts'
import { noticeHandlers } from './notices.ts'
import { organisationHandlers } from './organisations.ts'
import { paperHandlers } from './papers.ts'
import { platformHandlers } from './platform.ts'
import { sessionHandlers } from './session.ts'
import { supervisionHandlers } from './supervision.ts'
import { tenderHandlers } from './tenders.ts'
import { workHandlers } from './work.ts'

export function handleRoutes(host: Host): void {
  platformHandlers(host)
  sessionHandlers(host)
  organisationHandlers(host)
  tenderHandlers(host)
  certificateHandlers(host)
  paperHandlers(host)
  actHandlers(host)
  noticeHandlers(host)
  workHandlers(host)
  supervisionHandlers(host)
}
