// SPDX-License-Identifier: Apache-2.0
/** Builds the workbench to files served under `/app/`: no inline script, one chunk per area. */

import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// biome-ignore lint/style/noDefaultExport: the bundler reads its settings from here.
export default defineConfig({
  base: '/app/',
  plugins: [react(), pdfFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A polyfill would be an inline script, which the content policy forbids.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})

/**
 * What pdf.js fetches while it runs, under the version it belongs to: its worker, tables of
 * characters, standard fonts and decoders. The older build of the worker runs on older browsers.
 */
function pdfFiles(): Plugin {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const home = dirname(manifest)
  const worker = 'build/pdf.worker.min.mjs'
  return {
    name: 'pdf-files',
    apply: 'build',
    async generateBundle() {
      const { version } = JSON.parse(await readFile(manifest, 'utf8'))
      const emit = async (fileName: string, path: string) => {
        const source = await readFile(join(home, path))
        this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${fileName}`, source })
      }
      await emit(worker, `legacy/${worker}`)
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        const names = await readdir(join(home, folder))
        await Promise.all(names.map((name) => emit(`${folder}/${name}`, `${folder}/${name}`)))
      }
    },
  }
}
