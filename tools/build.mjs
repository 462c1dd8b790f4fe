// SPDX-License-Identifier: Apache-2.0
/** Builds the server bundle and the pages of the workbench, each only when its sources changed. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { curveBinary, kernelBinary } from './compile-kernel.mjs'
import { runProgram } from './packages.mjs'

const workspaces = ['core', 'trust', 'exchange', 'shell', 'web', 'sim']
/** What becomes a program of its own, where the source is there. */
const entries = {
  serve: 'shell/cli/serve.ts',
  witness: 'shell/cli/witness.ts',
  'papers-worker': 'shell/papers/worker.ts',
}
const skipped = new Set(['node_modules', 'dist', '.gongxin', '.cache'])

/** Answers what was built, for people to read; an empty list when all was current. */
export async function buildAll(root) {
  const work = join(root, '.gongxin')
  await mkdir(work, { recursive: true })
  const ledger = join(work, 'built.json')
  const before = JSON.parse(await readFile(ledger, 'utf8').catch(() => '{}'))
  const files = await sourceFiles(root)
  const server = fingerprint(files)
  const pages = fingerprint(files.filter(({ path }) => !/^(sim|shell\/(?!http))/.test(path)))
  const bundle = join(work, 'build')
  const built = []
  const jobs = []
  if (before.server !== server || !existsSync(join(bundle, 'serve.mjs'))) {
    built.push('服务程序')
    jobs.push(buildServer(root, bundle))
  }
  if (!existsSync(join(root, 'web/vite.config.ts'))) {
    console.log('没有 web/vite.config.ts，略过工作台页面的构建。')
  } else if (before.pages !== pages || !existsSync(join(root, 'web/dist'))) {
    built.push('工作台页面')
    jobs.push(buildPages(root))
  }
  await Promise.all(jobs)
  if (built.length > 0) await writeFile(ledger, JSON.stringify({ server, pages }))
  return built
}

/** Packages stay outside the bundle; only our own workspaces are taken in. */
export async function buildServer(root, bundle) {
  const { build } = createRequire(join(root, 'package.json'))('esbuild')
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))
  if (!existsSync(join(root, entries.serve))) throw new Error(`${entries.serve} is missing`)
  const next = `${bundle}.new`
  await rm(next, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: next,
    outExtension: { '.js': '.mjs' },
    // All files lie side by side, so that folders beside a source are found beside the bundle.
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    external: await outsidePackages(root),
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  await cp(join(root, 'shell/store/migrations'), join(next, 'migrations'), { recursive: true })
  await writeFile(join(next, 'kernel.wasm'), await kernelBinary(root))
  await writeFile(join(next, 'curve.wasm'), await curveBinary(root))
  await rm(bundle, { recursive: true, force: true })
  await rename(next, bundle)
}

async function buildPages(root) {
  const require = createRequire(join(root, 'web/package.json'))
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  const code = await runProgram(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
  })
  if (code !== 0) throw new Error(`vite build ended with code ${code}`)
  // Beside the page and not among the files named by digest: it is looked up afresh.
  await writeFile(join(root, 'web/dist/kernel.wasm'), await kernelBinary(root))
  await buildVerifier(root)
}

/** 验标 twice from one source: as a page of ours, and as one file for whoever has no network. */
async function buildVerifier(root) {
  const { build } = createRequire(join(root, 'package.json'))('esbuild')
  const folder = join(root, 'web/dist/verify')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { verify: 'web/verify/main.tsx' },
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  })
  const textOf = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
  const [script, style] = [textOf('.js'), textOf('.css')]
  const page = await readFile(join(root, 'web/verify/index.html'), 'utf8')
  // Within the page, because a file opened from a disk may fetch nothing.
  const curve = Buffer.from(await curveBinary(root)).toString('base64')
  const kernel = `<script type="application/wasm" id="curve">${curve}</script>`
  const filled = (head, foot) =>
    page.replace('<!--style-->', () => head).replace('<!--script-->', () => `${kernel}${foot}`)
  await mkdir(folder, { recursive: true })
  await Promise.all([
    writeFile(join(folder, 'verify.js'), script),
    writeFile(join(folder, 'verify.css'), style),
    writeFile(
      join(folder, 'index.html'),
      filled(
        '<link rel="stylesheet" href="./verify.css" />',
        '<script src="./verify.js"></script>',
      ),
    ),
    writeFile(
      join(folder, 'offline.html'),
      // What would end the element early is spelt so that it does not.
      filled(
        `<style>${style}</style>`,
        `<script>${script.replaceAll('</script', '<\\/script')}</script>`,
      ),
    ),
  ])
}

async function outsidePackages(root) {
  const names = new Set()
  for (const workspace of workspaces) {
    const { dependencies, optionalDependencies } = JSON.parse(
      await readFile(join(root, workspace, 'package.json'), 'utf8'),
    )
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!name.startsWith('@gongxin/')) names.add(name)
    }
  }
  return [...names]
}

async function sourceFiles(root) {
  const files = []
  const walk = async (folder) => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) await walk(path)
      } else if (!/\.(test|trace)\.tsx?$/.test(entry.name)) {
        const { size, mtimeMs } = await stat(path)
        files.push({ path: relative(root, path).replaceAll('\\', '/'), size, mtimeMs })
      }
    }
  }
  for (const workspace of workspaces) await walk(join(root, workspace))
  for (const path of ['package-lock.json', 'tools/build.mjs', 'tools/compile-kernel.mjs']) {
    const { size, mtimeMs } = await stat(join(root, path))
    files.push({ path, size, mtimeMs })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function fingerprint(files) {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex')
}
