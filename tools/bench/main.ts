// SPDX-License-Identifier: Apache-2.0
/** `npm run bench`: ratios taken in one run on this machine; names of sections choose among them. */

import { cpus, loadavg } from 'node:os'
import { bars } from './bars.ts'
import { bundles } from './bundles.ts'
import { ciphers } from './ciphers.ts'
import { claims } from './claims.ts'
import { type Figure, tableOf } from './figures.ts'
import { type Ground, openGround } from './ground.ts'
import { opening500 } from './opening500.ts'
import { pages } from './pages.ts'
import { replay } from './replay.ts'
import { sealing } from './sealing.ts'
import { submissions } from './submissions.ts'

const sections: Readonly<Record<string, (ground: Ground) => Promise<readonly Figure[]>>> = {
  bars,
  bundles,
  replay,
  opening500,
  submissions,
  pages,
  ciphers,
  sealing,
  claims,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(sections, name))
if (unknown !== undefined) {
  console.error(`bench: no section ${unknown}; there are ${Object.keys(sections).join(', ')}`)
  process.exit(2)
}

const load = () => loadavg()[0]?.toFixed(1)
console.log(`${cpus().length} cores, load ${load()}, Node ${process.versions.node}`)
for (const [name, run] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = performance.now()
  const ground = await openGround()
  const figures = await run(ground).catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
    return []
  })
  await ground.close()
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  console.log(`\n${name} (${seconds} s, load ${load()})\n\n${tableOf(figures)}`)
}
