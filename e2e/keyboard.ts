// SPDX-License-Identifier: Apache-2.0
/** The keyboard alone: whether everything on a page can be reached, and an act done, without a mouse. */

import type { Page } from 'playwright-core'

const mostKeys = 400
/** Between two questions to the page, each of which costs as much as a key. */
const keysAtOnce = 8

/** Words on what is shown and can be used, but never took the focus. */
export async function unreached(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const usable = 'a[href], button, input, textarea, select, summary, [role=combobox]'
    let left = 0
    for (const element of document.querySelectorAll<HTMLInputElement>(usable)) {
      const shown = element.checkVisibility() && element.getClientRects().length > 0
      // A group of radio buttons is one stop; a hidden chooser has its own button.
      if (!shown || element.disabled || element.type === 'radio' || element.tabIndex < 0) continue
      // A library measures text in a box that nobody sees.
      if (element.closest('[aria-hidden=true]') !== null) continue
      element.dataset.unreached = ''
      left += 1
    }
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.unreached !== undefined) {
        delete target.dataset.unreached
        left -= 1
      }
    })
    Object.assign(window, { leftUnreached: () => left })
    document.body.focus()
  })
  for (let keys = 0; keys < mostKeys; keys += keysAtOnce) {
    for (let key = 0; key < keysAtOnce; key += 1) await page.keyboard.press('Tab')
    if ((await page.evaluate('leftUnreached()')) === 0) return []
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-unreached]')].map((element) =>
      (element.innerText || element.getAttribute('aria-label') || element.outerHTML).slice(0, 60),
    ),
  )
}

/**
 * Presses the tabulator key until an element that matches `selector` and holds `words` has the focus and
 * shows it; fails where it never gets there.
 */
export async function tabTo(page: Page, selector: string, words = ''): Promise<void> {
  for (let keys = 0; keys < mostKeys; keys += 1) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate(
      ([wanted, text]) => {
        const { activeElement: at } = document
        if (!(at instanceof HTMLElement) || !at.matches(wanted)) return false
        return at.matches(':focus-visible') && at.innerText.includes(text)
      },
      [selector, words] as const,
    )
    if (there) return
  }
  throw new Error(`the keyboard never comes to ${selector} ${words}`)
}

/** Sends the form under one's hands and signs where it is a signed act. */
export async function sendByKeyboard(page: Page, { signed }: { readonly signed: boolean }) {
  await tabTo(page, 'form button[type=submit]')
  await page.keyboard.press('Enter')
  if (signed) {
    const sheet = page.getByRole('dialog')
    await sheet.waitFor()
    await tabTo(page, '[role=dialog] button', '确认签署（演示）')
    await page.keyboard.press('Enter')
    await sheet.waitFor({ state: 'hidden' })
  }
  await page.getByText('已办理，留痕时间').waitFor()
}
