// SPDX-License-Identifier: Apache-2.0
/** The vectors of trust in Chromium too: the very tests that run in Node, less those that ask Node itself. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../browser/index.ts'
import { root } from '../tidy/sources.ts'

const available = (await findBrowser()) !== undefined
const rooms = ['vectors', 'suites', 'canonical', 'log']
const paths = rooms.flatMap((room) =>
  readdirSync(join(root, 'trust', room))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `trust/${room}/${name}`),
)

/** Oracles are programs beside ours; in a browser there is none of Node's. */
const outside: Plugin = {
  name: 'outside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: join(root, 'tools/vectors/shim.mjs') }))
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'outside' }))
    onLoad({ filter: /./, namespace: 'outside' }, () => ({
      contents: `const no = () => { throw new Error('only in Node') }
        export const [createHash, createHmac, hkdfSync, createCipheriv] = [no, no, no, no]`,
    }))
  },
}

test.skipIf(!available)(
  'trust comes to the same in Chromium',
  async () => {
    const contents = [
      ...paths.map((path) => `import ${JSON.stringify(`./${path}`)}`),
      "import { runAll } from './tools/vectors/shim.mjs'",
      'globalThis.told = runAll()',
    ].join('\n')
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      ...{ bundle: true, write: false, format: 'iife', target: 'es2022', plugins: [outside] },
    })
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
      const told = await page.evaluate('globalThis.told')
      expect(told).toMatchObject({ failed: [] })
      expect(told).toHaveProperty('passed', expect.any(Number))
      expect(Number(Object(told).passed)).toBeGreaterThan(100)
    } finally {
      await browser.close()
    }
  },
  120_000,
)
