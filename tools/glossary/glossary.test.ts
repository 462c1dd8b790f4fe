// SPDX-License-Identifier: Apache-2.0
/** The page in the tree is the page the terms give. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../tidy/sources.ts'
import { glossary } from './glossary.ts'

test('GLOSSARY.md is up to date: run `npm run glossary`', () => {
  expect(readFileSync(join(root, 'GLOSSARY.md'), 'utf8')).toBe(glossary())
})
