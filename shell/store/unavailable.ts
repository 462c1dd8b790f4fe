// SPDX-License-Identifier: Apache-2.0
/** The fourth kind of error: the store cannot be reached now; what was asked may be asked again. */

/** After a lost connection a commit may or may not stand: repeat with the same idempotency key. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** Runs a unit of work, again when the database says that two transactions met. */
export async function persistently<T>(work: () => Promise<T>, attempts = 6): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (isConnectionLoss(error)) throw new Unavailable('store unavailable', { cause: error })
      if (attempt >= attempts || !isCollision(error)) throw error
    }
  }
}

/** SQLSTATE of a database error, or the code of a socket error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

function isCollision(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01'
}

const lost = /^(08|57P0|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/
const lostText =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered/

function isConnectionLoss(error: unknown): boolean {
  if (lost.test(codeOf(error))) return true
  return error instanceof Error && lostText.test(error.message)
}
