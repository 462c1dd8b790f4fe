// SPDX-License-Identifier: Apache-2.0
/** Whether everything on a page can be reached with the tabulator key alone. */

import type { Page } from 'playwright-core'

const mostKeys = 400

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
  for (let keys = 0; keys < mostKeys; keys += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate('leftUnreached()')) === 0) return []
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-unreached]')].map((element) =>
      (element.innerText || element.getAttribute('aria-label') || element.outerHTML).slice(0, 60),
    ),
  )
}
