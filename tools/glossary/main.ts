// SPDX-License-Identifier: Apache-2.0
/** `npm run glossary`: writes GLOSSARY.md anew. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tidy/sources.ts'
import { glossary } from './glossary.ts'

writeFileSync(join(root, 'GLOSSARY.md'), glossary())
