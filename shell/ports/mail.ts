// SPDX-License-Identifier: Apache-2.0
/** Letters that leave the platform: by default into a folder, where a relay may take them up. */

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Letter {
  /** The same letter twice is one letter. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

export interface Mail {
  send(letter: Letter): Promise<void>
}

/** One file a letter, whole or not there at all. */
export function outboxIn(folder: string): Mail {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true })
      const name = encodeURIComponent(letter.id)
      const waiting = join(folder, `.${name}.part`)
      await writeFile(waiting, `${JSON.stringify(letter, null, 2)}\n`)
      await rename(waiting, join(folder, `${name}.json`))
    },
  }
}
