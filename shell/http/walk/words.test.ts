// SPDX-License-Identifier: Apache-2.0
/** Every act × every text field × every kind of word: kept as typed, or refused where it stands. */

import { expect, test } from 'vitest'
import { acts, baseOf, inJson, placeOf, shapeOf } from './bodies.ts'
import { words } from './nasty.ts'
import { replaced, textsIn } from './shapes.ts'

test.each(acts)('%s: every text is kept as typed or refused where it stands', (act) => {
  const shape = shapeOf(act)
  const base = baseOf(act)
  expect(shape.safeParse(base).success).toBe(true)
  for (const field of textsIn(shape, base)) {
    for (const [name, text] of Object.entries(words)) {
      const read = shape.safeParse(replaced(base, field.path, text))
      const at = `${placeOf(field)} ${name}`
      if (read.success) {
        // Only blanks at the ends may go, and equal letters become one form.
        expect([at, JSON.stringify(read.data).includes(inJson(text))]).toEqual([at, true])
      } else {
        const places = read.error.issues.map(({ path }) => `/${path.join('/')}`)
        expect([at, places.every((p) => p === placeOf(field))]).toEqual([at, true])
      }
    }
  }
})
