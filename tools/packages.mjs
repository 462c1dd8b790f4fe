// SPDX-License-Identifier: Apache-2.0
/** Installs the packages of the lock when they are not there; plain JavaScript, nothing but Node. */

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const leastNode = [20, 19]

/** Answers a sentence when this Node is too old, null otherwise. */
export function nodeFault() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = leastNode
  const fits = major > leastMajor || (major === leastMajor && minor >= leastMinor)
  return fits
    ? null
    : `需要 Node.js ${leastNode.join('.')} 或更高版本，当前为 ${process.versions.node}。`
}

/**
 * True when every package that the lock asks for is installed in its version. More than that may be
 * there: a full installation also serves to start.
 */
export async function packagesComplete(root, withDevelopment) {
  const wanted = await packagesOf(join(root, 'package-lock.json'))
  const present = await packagesOf(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true
    if (entry.optional || entry.devOptional || entry.peer) return true
    if (entry.dev && !withDevelopment) return true
    return present[path] !== undefined && present[path].version === entry.version
  })
}

/** Install scripts stay off: nothing here needs one, and none is trusted. */
export async function installPackages(root, withDevelopment) {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const omit = withDevelopment ? ['--include=dev'] : ['--omit=dev']
  const path = process.env.npm_execpath
  const own = path?.endsWith('.js') || path?.endsWith('.cjs')
  const [program, first] = own ? [process.execPath, [path]] : ['npm', []]
  const code = await runProgram(program, [...first, ...options, ...omit], { cwd: root })
  if (code !== 0) throw new Error(`npm ci ended with code ${code}`)
}

/** The child dies with us: a signal that ends this process ends it too. */
export function runProgram(program, options, { cwd, env = process.env, stdio = 'inherit' }) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && program === 'npm'
    const child = spawn(program, options, { cwd, env, stdio, shell })
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}

async function packagesOf(path) {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  return JSON.parse(text).packages ?? {}
}
