// SPDX-License-Identifier: Apache-2.0
/** The roots whose certificates count here, as anybody may compare them with those from elsewhere. */

import { findAccredited } from '@gongxin/core/trading/bid'
import { hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import type { RootShown } from '@gongxin/web/public-service'
import type { PageDeps } from './deps.ts'

export async function rootsOf({ authority }: PageDeps): Promise<readonly RootShown[]> {
  const list = (await authority?.accredited()) ?? null
  const roots = (list === null ? undefined : findAccredited(list))?.roots ?? []
  return roots.map(({ name, certificate: { der, notBefore, notAfter } }) => ({
    ...{ name, print: hex(sm3Digest(der)) },
    ...{ from: notBefore.slice(0, 10), until: notAfter.slice(0, 10) },
  }))
}
