// SPDX-License-Identifier: Apache-2.0
/** `npm run kills -- --server 50 --database 20`: prints the counts that docs/durability.md holds. */

import { parseArgs } from 'node:util'
import { runKills } from './index.ts'

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: '1' },
    database: { type: 'string', default: '1' },
  },
})
const began = performance.now()
const results = await runKills({
  server: Number(values.server),
  database: Number(values.database),
  say: console.log,
})
for (const [kind, of] of Object.entries(results)) {
  const { kills, acknowledged, settled, unavailable, slowestMs, faults } = of
  console.log(
    `${kind}: ${kills} kills, ${acknowledged} acts acknowledged, ${settled} in doubt and settled, ` +
      `${unavailable} answers "unavailable", back after ${(slowestMs / 1_000).toFixed(1)} s at most, ` +
      `${faults.length} faults`,
  )
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
}
console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s`)
process.exitCode = Object.values(results).some(({ faults }) => faults.length > 0) ? 1 : 0
