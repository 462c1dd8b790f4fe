// SPDX-License-Identifier: Apache-2.0
/** Where the page of a procedure lies: construction, the usual line, goes without its name. */

import type { Procedure } from '@gongxin/core/procedures'

export function pageName({ id }: Pick<Procedure, 'id'>): string {
  return `${id.replace(/^engineering\//, '').replaceAll('/', '-')}.md`
}
