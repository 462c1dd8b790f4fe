// SPDX-License-Identifier: Apache-2.0
/** A page with the bid tool's sealing on it, for a bench that needs no more of the workbench. */

import { createServer } from 'node:http'
import { build } from 'esbuild'
import { kernelBinary } from '../compile-kernel.mjs'
import { root } from '../tidy/sources.ts'

const page = `
import { sealInWorker } from './web/trading/bid/sealing.ts'
import { sealChosen } from './tools/bench/sealing-page.ts'
globalThis.sealChosen = (keys) => sealChosen(sealInWorker, keys)
`
const worker = "import './web/trading/bid/worker.ts'"

/** The bid tool's own page side, worker and kernel, built as they are and served beside each other. */
export async function openSite() {
  const built = async (contents: string) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      ...{ bundle: true, write: false, minify: true, format: 'esm', target: 'es2022' },
      logLevel: 'warning',
    })
    return outputFiles[0]?.contents ?? new Uint8Array(0)
  }
  const html =
    '<!doctype html><title>B-08</title><input type="file"><script type="module" src="/page.js"></script>'
  const files: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>> = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', await built(page)],
    '/worker.ts': ['text/javascript', await built(worker)],
    '/app/kernel.wasm': ['application/wasm', await kernelBinary(root)],
  }
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = files[url] ?? ['text/plain', '']
    response.writeHead(files[url] === undefined ? 404 : 200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  return { url: `http://127.0.0.1:${port}/`, close }
}
