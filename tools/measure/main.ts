// SPDX-License-Identifier: Apache-2.0
/** `npm run measure`: prints the measures of the house as a table. */

import { programs } from '../tidy/sources.ts'
import { measureDomain, measureParts } from './measure.ts'

const files = programs()
const columns = [
  'part',
  'files',
  'lines median / p95 / most',
  'fn p95',
  'fn > 60',
  'comments',
  'test:code',
  'imports p95',
  'any ! as /kloc',
  'lint-offs /kloc',
]
const rows = measureParts(files).map((row) => [
  row.part,
  row.files,
  `${row.lines.median} / ${row.lines.p95} / ${row.lines.most}`,
  row.functionP95,
  `${row.longFunctions}%`,
  `${row.comments}%`,
  row.testToCode,
  row.importsP95,
  row.loose,
  row.lintOffs,
])
print([columns, columns.map(() => '---'), ...rows])

const { procedures, remedies, rules, versions, events } = measureDomain(files)
console.log(`\nrules ${rules}, dated versions ${versions}, events ${events}`)
console.log(`procedures ${procedures.length}, remedies ${remedies.length}`)
for (const { path, lines } of [...procedures, ...remedies]) console.log(`  ${path}: ${lines} lines`)

function print(table: readonly (readonly (string | number)[])[]): void {
  for (const row of table) console.log(`| ${row.join(' | ')} |`)
}
