// SPDX-License-Identifier: Apache-2.0
/** Passwords under argon2id, at most two at a time, so that a crowd cannot fill the memory. */

import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// argon2id is the default of the package; its name is an enum our compiler settings cannot read.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const most = 2

let running = 0
const waiting: (() => void)[] = []
let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** Costs the same for an account that does not exist: time must not tell who has one. */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString('hex'))
  const against = kept ?? (await decoy)
  const right = await inTurn(() => verify(against, password.normalize('NFKC')))
  return right && kept !== null
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place is handed on, so the count never dips while somebody waits.
    if (next === undefined) running -= 1
    else next()
  }
}
