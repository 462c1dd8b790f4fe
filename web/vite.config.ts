// SPDX-License-Identifier: Apache-2.0
/** Builds the workbench to files served under `/app/`: no inline script, one chunk per area. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// biome-ignore lint/style/noDefaultExport: the bundler reads its settings from here.
export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A polyfill would be an inline script, which the content policy forbids.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
