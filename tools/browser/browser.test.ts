// SPDX-License-Identifier: Apache-2.0
/** The test browser starts, and draws Chinese as Chinese. */

import { expect, test } from 'vitest'
import { findBrowser, launchBrowser } from './index.ts'

const available = (await findBrowser()) !== undefined
const title = '柳州市公共资源交易平台'
/** Rare characters of real names, which small web fonts lack. */
const names = '龘靐堃喆昇玥'
/** Of the private area: no font has it, so it is drawn as the box we do not want to see. */
const box = '\ue123'

test.skipIf(!available)(
  'every character of a title and of rare names is drawn, no box',
  async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 800, height: 200 } })
      await page.setContent(`<h1>${title}</h1><p>${names}</p>`)
      const drawn = await page.evaluate(
        (characters) => {
          const canvas = document.createElement('canvas')
          canvas.width = 48
          canvas.height = 48
          const pen = canvas.getContext('2d', { willReadFrequently: true })
          if (pen === null) return []
          return [...characters].map((character) => {
            pen.clearRect(0, 0, 48, 48)
            pen.font = '40px sans-serif'
            pen.fillText(character, 2, 40)
            return pen.getImageData(0, 0, 48, 48).data.join()
          })
        },
        title + names + box,
      )
      const characters = new Set(title + names + box)
      expect(new Set(drawn).size).toBe(characters.size)
      const picture = await page.screenshot()
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
      expect(picture.length).toBeGreaterThan(5000)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
