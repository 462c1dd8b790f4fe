// SPDX-License-Identifier: Apache-2.0
/** The few hand-written statements that a tender meets on its way, each by what it does. */

import { keyIn } from './events.ts'
import type { Hand } from './hand.ts'
import { type Database, kept, type Line, tableOf } from './tables.ts'

interface Statement {
  readonly begins: RegExp
  readonly run: (db: Database, values: readonly unknown[]) => readonly Line[]
}

const statements: readonly Statement[] = [
  {
    begins: /^insert into vault \(/,
    run(db, [region, tender, capacity, seed]) {
      const table = tableOf(db, 'vault')
      const key = keyIn('vault', { tender })
      if (table.has(key)) return []
      const position = Math.max(-1, ...[...table.values()].map((line) => Number(line.position))) + 1
      const open = { sealed_for: null, sealed_tick: null, sealed_seq: null, super_path: null }
      table.set(key, { region, tender, position, capacity, seed: kept(seed), ...open })
      return []
    },
  },
  {
    begins: /^insert into setting /,
    run(db, [region, name]) {
      const key = keyIn('setting', { name })
      const value = Number(tableOf(db, 'setting').get(key)?.value ?? 0) + 1
      tableOf(db, 'setting').set(key, { region, name, value })
      return [{ value }]
    },
  },
  {
    begins: /^insert into deposit_account /,
    run(db, [region, number, tender, bidder, bidder_name]) {
      const key = keyIn('deposit_account', { number })
      const table = tableOf(db, 'deposit_account')
      if (!table.has(key)) table.set(key, { region, number, tender, bidder, bidder_name })
      return []
    },
  },
  {
    begins: /^select number, tender, bidder, bidder_name as "bidderName" from deposit_account /,
    run(db, [, number]) {
      const found = tableOf(db, 'deposit_account').get(keyIn('deposit_account', { number }))
      if (found === undefined) return []
      const { tender, bidder, bidder_name: bidderName } = found
      return [{ number, tender, bidder, bidderName }]
    },
  },
]

/** As much of a pool as is asked for: statements with their values. */
export function statementsIn(db: Database, hand: Hand) {
  return {
    query({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) {
      const plain = text.replace(/\s+/g, ' ')
      const known = statements.find(({ begins }) => begins.test(plain))
      if (known === undefined)
        throw new Error(`the simulator does not know this statement: ${plain}`)
      return hand(
        `statement ${plain.slice(0, 40)}`,
        () => {
          const rows = known.run(db, values)
          return { rows, rowCount: rows.length }
        },
        { sent: true },
      )
    },
  }
}
