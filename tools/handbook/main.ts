// SPDX-License-Identifier: Apache-2.0
/** Writes docs/handbook/ and docs/verifier-codes.md anew: `npx tsx tools/handbook/main.ts`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { procedures } from '@gongxin/core/procedures'
import { handbookPage, remediesPage, verifierPage } from '@gongxin/core/testing'
import { root } from '../tidy/sources.ts'
import { pageName } from './pages.ts'

mkdirSync(join(root, 'docs/handbook'), { recursive: true })
for (const procedure of procedures) {
  writeFileSync(join(root, 'docs/handbook', pageName(procedure)), handbookPage(procedure))
}
writeFileSync(join(root, 'docs/handbook/remedies.md'), remediesPage())
writeFileSync(join(root, 'docs/verifier-codes.md'), verifierPage())
