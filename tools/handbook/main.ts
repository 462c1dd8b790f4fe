// SPDX-License-Identifier: Apache-2.0
/** Writes the pages of docs/handbook and docs/verifier-codes.md anew: `npx tsx tools/handbook/main.ts`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTender } from '@gongxin/core/procedures'
import { handbookPage, remediesPage, verifierPage } from '@gongxin/core/testing'
import { root } from '../tidy/sources.ts'

mkdirSync(join(root, 'docs/handbook'), { recursive: true })
writeFileSync(join(root, 'docs/handbook/open-tender.md'), handbookPage(openTender))
writeFileSync(join(root, 'docs/handbook/remedies.md'), remediesPage())
writeFileSync(join(root, 'docs/verifier-codes.md'), verifierPage())
