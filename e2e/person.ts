// SPDX-License-Identifier: Apache-2.0
/** Somebody at a browser: signs in, finds fields by their labels and buttons by their words. */

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  /** A path below the workbench: `/tenders/…`. */
  go(path: string): Promise<void>
  /** Types into the field with this label, in place of what stands there. */
  type(label: string, text: string, nth?: number): Promise<void>
  /** Opens a list and takes the entry that holds these words. */
  choose(label: string, entry: string, nth?: number): Promise<void>
  press(button: string | RegExp, nth?: number): Promise<void>
  /** Opens a section that is folded away. */
  unfold(title: string): Promise<void>
  follow(link: string | RegExp): Promise<void>
  /** Confirms what is signed and waits until the window has gone. */
  sign(project?: string): Promise<void>
  /** Signs where the act before asked for it. */
  signIfAsked(): Promise<void>
  /** Sends the form of an act, signs where asked, and waits until the page says it is done. */
  submit(): Promise<void>
  sees(words: string | RegExp): Promise<void>
  /** What this browser complained about so far. */
  readonly complaints: readonly string[]
  leave(): Promise<void>
}

export async function arrive(browser: Browser, url: string): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(`${page.url()} ${said.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  return {
    page,
    context,
    complaints,
    ...handsOn(page, url),
    leave: () => context.close(),
  }
}

type Hands = Omit<Person, 'page' | 'context' | 'complaints' | 'leave'>

function handsOn(page: Page, url: string): Hands {
  const field = (label: string, nth: number) => page.getByLabel(label, { exact: true }).nth(nth)
  const press = (button: string | RegExp, nth = 0) => button_(page, button).nth(nth).click()
  const sign = async (project?: string) => {
    const sheet = page.getByRole('dialog')
    const proof = sheet.getByRole('button', { name: '确认签署（演示）' })
    if (project !== undefined) await sheet.getByRole('textbox').last().fill(project)
    await proof.click()
    await sheet.waitFor({ state: 'hidden' })
  }
  return {
    go: async (path) => {
      await page.goto(`${url}/app${path}`)
    },
    type: (label, text, nth = 0) => field(label, nth).fill(text),
    choose: async (label, entry, nth = 0) => {
      const list = field(label, nth)
      await list.click()
      const entries = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      const wanted = entries.locator('.ant-select-item-option', { hasText: entry })
      if ((await wanted.count()) === 0) await list.fill(entry)
      await wanted.first().click()
    },
    press,
    submit: async () => {
      const send = page.locator('form button[type=submit]:visible').first()
      const signed = (await send.innerText()).includes('签署')
      const before = page.locator('.done-line .ant-alert-close-icon')
      if (await before.isVisible()) await before.click()
      await send.click()
      if (signed) await sign()
      await page.getByText('已办理，留痕时间').waitFor()
    },
    unfold: (title) => page.locator('summary', { hasText: title }).first().click(),
    follow: (link) => page.getByRole('link', { name: link }).first().click(),
    sign,
    signIfAsked: async () => {
      const proof = page.getByRole('button', { name: '确认签署（演示）' })
      const shown = await proof.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      )
      if (shown) await sign()
    },
    sees: async (words) => {
      await page.getByText(words).first().waitFor()
    },
  }
}

function button_(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' })
}

/** Everybody at once, as in life; nobody waits for somebody else. */
export async function all<T>(
  people: readonly T[],
  does: (person: T, place: number) => Promise<void>,
): Promise<void> {
  await Promise.all(people.map(does))
}

/** Signs in by one click on the card of a demo person. */
export async function signIn(person: Person, name: string): Promise<void> {
  await person.go('/sign-in')
  await person.page.locator('.cards button', { hasText: name }).click()
  await person.page.waitForURL(/\/app\/$/)
}
