// SPDX-License-Identifier: Apache-2.0
/** `npm test`: packages, types, lint and all tests; the last line says `N passed, N failed`. */

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, nodeFault, packagesComplete, runProgram } from './packages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Each counts as one test of its own. */
const checks = [
  { name: 'types of core', tool: 'typescript/tsc', options: ['-p', 'core'] },
  { name: 'types of trust', tool: 'typescript/tsc', options: ['-p', 'trust'] },
  { name: 'types of all', tool: 'typescript/tsc', options: ['-p', '.'] },
  { name: 'lint and format', tool: '@biomejs/biome/biome', options: ['check', '.'] },
]

async function main(paths) {
  const fault = nodeFault()
  if (fault) throw new Error(fault)
  if (!(await packagesComplete(root, true))) await installPackages(root, true)
  const total = { passed: 0, failed: 0 }
  // With paths only those tests are wanted, and quickly.
  for (const check of paths.length > 0 ? [] : checks) {
    const code = await runTool(check.tool, check.options)
    console.log(`${code === 0 ? '✓' : '✗'} ${check.name}`)
    total[code === 0 ? 'passed' : 'failed'] += 1
  }
  const tests = await runTests(paths)
  return { passed: total.passed + tests.passed, failed: total.failed + tests.failed }
}

async function runTests(paths) {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-report-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runTool('vitest/vitest', ['run', ...reporters, ...paths])
    return count(code, JSON.parse(await readFile(report, 'utf8').catch(() => 'null')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded holds no failed test, and is a failure all the same. */
function count(code, report) {
  if (report === null) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = report.numFailedTests + unloaded.length
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

async function runTool(tool, options) {
  const require = createRequire(join(root, 'package.json'))
  const [, packageName, command] = /^(.*)\/(\w+)$/.exec(tool)
  const manifest = join(root, 'node_modules', packageName, 'package.json')
  const { bin } = require(manifest)
  const program = join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
  return runProgram(process.execPath, [program, ...options], { cwd: root })
}

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => process.exit(code))
}

main(process.argv.slice(2)).then(
  ({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`)
    process.exitCode = failed === 0 ? 0 : 1
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed')
    process.exitCode = 1
  },
)
