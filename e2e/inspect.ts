// SPDX-License-Identifier: Apache-2.0
/** What must hold on every page: nothing wider than the screen, no key shown, axe without fault. */

import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { unreached } from './keyboard.ts'

export interface Faults {
  readonly page: string
  readonly faults: readonly string[]
}

const languages = ['zh', 'en'] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/** Pictures go where `GONGXIN_SHOTS` says, if it says. */
const shots = process.env.GONGXIN_SHOTS

/** `open` brings the page to the state that is looked at, where its address alone does not. */
export async function inspect(
  page: Page,
  name: string,
  ready: string,
  open = async () => {},
): Promise<Faults> {
  const faults: string[] = []
  const { origin } = new URL(page.url())
  for (const language of languages) {
    await page.context().addCookies([{ name: 'lang', value: language, url: origin }])
    await page.reload()
    await page.locator(ready).first().waitFor()
    await open()
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.evaluate(drawn)
      const where = `${language} ${size.width}`
      faults.push(...(await faultsAt(page, size.width)).map((fault) => `${where}: ${fault}`))
      if (shots !== undefined) {
        await mkdir(shots, { recursive: true })
        const path = join(shots, `${name}-${language}-${size.width}.png`)
        await page.screenshot({ path, fullPage: true })
      }
    }
    await page.setViewportSize(sizes[0])
    if (language === 'zh') {
      faults.push(...(await unreached(page)).map((left) => `no key reaches ${left}`))
    }
  }
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: origin }])
  return { page: name, faults }
}

/** axe reads the same tree at every width, so once is enough. */
async function faultsAt(page: Page, width: number): Promise<readonly string[]> {
  const layout = await page.evaluate(faultsOfLayout)
  const keys = (await shownKeys(page)).map((key) => `shows ${key}`)
  const rules = width === 1440 ? (await axe(page)).map((rule) => `axe ${rule}`) : []
  return [...layout, ...keys, ...rules]
}

/** Runs in the page: until the browser has drawn it at its new size. */
function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
}

/** Runs in the page: sideways scrolling, and text cut off by its own box. */
function faultsOfLayout(): string[] {
  const found: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth + 1) found.push(`${root.scrollWidth} px wide`)
  for (const element of document.querySelectorAll('button, a, th, h1, h2, h3, legend, .badge')) {
    const { overflowX } = getComputedStyle(element)
    const cut = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden'
    if (cut) found.push(`cut off: ${element.textContent?.slice(0, 40)}`)
  }
  const next = document.querySelector('.go.primary')
  if (next !== null && next.getBoundingClientRect().bottom > window.innerHeight) {
    found.push('the next act is below the fold')
  }
  return found
}

/** Words that only a program says: kebab-case reasons, camelCase keys, nothing, not a number. */
const keys = /\b(?:undefined|NaN|\[object|[a-z]+(?:-[a-z]+){2,}|[a-z]+[A-Z][a-z]+[A-Z]\w+)\b/g

async function shownKeys(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText()
  return [...new Set(text.match(keys) ?? [])]
}

const require = createRequire(import.meta.url)
let axeSource: string | undefined

/** Serious and critical faults by rule, with where the first one is. */
async function axe(page: Page): Promise<readonly string[]> {
  axeSource ??= await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: { run(): Promise<{ violations: AxeViolation[] }> }
    }
    interface AxeViolation {
      id: string
      impact: string
      nodes: { html: string }[]
    }
    const { violations } = await engine.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 120)}`)
  })
}
