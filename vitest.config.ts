// SPDX-License-Identifier: Apache-2.0
/** All tests of the house in one run: threads, one test server, and a time zone nobody lives by. */

import { defineConfig } from 'vitest/config'

// Read by Node when the first date is made, and inherited by every worker.
process.env.TZ = 'Pacific/Chatham'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}', '**/*.trace.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.gongxin/**'],
    pool: 'threads',
    // Files clean up after themselves, which makes the run several times faster.
    isolate: false,
    globalSetup: ['shell/store/testing-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
})
