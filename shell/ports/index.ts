// SPDX-License-Identifier: Apache-2.0
/** The door of the ports: the neighbours of the platform, as configured by the environment. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { softwareSigner } from '@gongxin/trust/suites'
import { freshBytes } from '../chance/index.ts'
import { keyIn } from '../keys/index.ts'
import type { PaperKey } from '../papers/index.ts'
import type { Authority, Bank, ExpertLibrary, Stamping } from '../tenders/index.ts'
import { authorityOverHttp, certifyPapersOverHttp } from './authority.ts'
import { bankOverHttp } from './bank.ts'
import { deviceOverHttp } from './device.ts'
import { libraryOverHttp } from './library.ts'
import { type Mail, outboxIn } from './mail.ts'
import { mailOverSmtp } from './smtp.ts'
import { stampingOverHttp } from './stamping.ts'

export { type AuthorityConnection, authorityOverHttp, certifyPapersOverHttp } from './authority.ts'
export { type BankConnection, bankOverHttp } from './bank.ts'
export { type Device, type DeviceConnection, deviceOverHttp } from './device.ts'
export { type LibraryConnection, libraryOverHttp } from './library.ts'
export { type Letter, type Mail, messageOf, outboxIn, type Sending } from './mail.ts'
export type { Patience } from './request.ts'
export { mailOverSmtp, relayAt } from './smtp.ts'
export { type StampingConnection, stampingOverHttp } from './stamping.ts'

export interface Ports {
  /** Null where none is configured: what needs one is tried again until it is there. */
  readonly bank: Bank | null
  readonly library: ExpertLibrary | null
  readonly authority: Authority | null
  readonly stamping: Stamping | null
  /** Null where papers are not signed: neither authority nor certificate of our own. */
  readonly paperKey: PaperKey | null
  readonly mail: Mail
}

type Environment = Readonly<Record<string, string | undefined>>

export function connectPorts(dataFolder: string, environment: Environment = process.env): Ports {
  const { GONGXIN_BANK_URL, GONGXIN_LIBRARY_URL, GONGXIN_BANK_KEY, GONGXIN_SMTP_URL } = environment
  const { GONGXIN_CA_URL, GONGXIN_TSA_URL, GONGXIN_MODE } = environment
  const from = environment.GONGXIN_MAIL_FROM || 'noreply@localhost'
  return {
    bank: GONGXIN_BANK_URL
      ? bankOverHttp({ url: GONGXIN_BANK_URL, key: GONGXIN_BANK_KEY ?? '' })
      : null,
    library: GONGXIN_LIBRARY_URL ? libraryOverHttp({ url: GONGXIN_LIBRARY_URL }) : null,
    authority: GONGXIN_CA_URL
      ? authorityOverHttp({
          ...{ url: GONGXIN_CA_URL, folder: dataFolder },
          believes: GONGXIN_MODE === 'demo',
        })
      : null,
    stamping: GONGXIN_TSA_URL ? stampingOverHttp({ url: GONGXIN_TSA_URL }) : null,
    paperKey: paperKeyIn(dataFolder, environment),
    mail: GONGXIN_SMTP_URL
      ? mailOverSmtp(GONGXIN_SMTP_URL, from)
      : outboxIn(join(dataFolder, 'outbox'), from),
  }
}

/** In a file of ours, or in a module that never gives it out; which of them is never decided by what answers. */
function paperKeyIn(folder: string, environment: Environment): PaperKey | null {
  const { GONGXIN_HSM_URL: url, GONGXIN_HSM_PIN: pin = '', GONGXIN_HSM_KEY } = environment
  const { GONGXIN_CA_URL: authority, GONGXIN_CENTRE_CODE, GONGXIN_MODE } = environment
  const code = GONGXIN_CENTRE_CODE || (GONGXIN_MODE === 'demo' ? 'DEMO-PLATFORM' : '')
  const certify = authority && code !== '' ? certifyPapersOverHttp({ url: authority }) : null
  if (certify === null && !existsSync(join(folder, 'papers.pem'))) return null
  const device = url ? { url, pin, index: Number(GONGXIN_HSM_KEY || 1) } : null
  const open = async () => {
    if (device !== null) return (await deviceOverHttp(device)).signer
    const privateKey = await keyIn(join(folder, 'keys', 'papers-sm2.key'))
    return softwareSigner({ privateKey, random: freshBytes })
  }
  return { open, folder, certify, code }
}
