// SPDX-License-Identifier: Apache-2.0
/** Whose signatures make a checkpoint count: keys of log and witnesses, and how many of them (C2SP tlog-policy). */

import { findNoteKey, type LogPolicy } from '@gongxin/trust/log'

/** Reads the form that the platform serves at `/log/policy`; nothing where it is another. */
export function findPolicy(text: string): LogPolicy | undefined {
  const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'))
  const keysOf = (word: string, at: number) =>
    rows
      .map((row) => row.split(' '))
      .filter(([first]) => first === word)
      .map((parts) => findNoteKey(parts[at] ?? ''))
  const logKeys = keysOf('log', 1)
  const witnesses = keysOf('witness', 2)
  const group = rows.map((row) => row.split(' ')).find(([first]) => first === 'group')
  const quorum = Number(group?.[2])
  const known = [...logKeys, ...witnesses].filter((key) => key !== undefined)
  const [first] = known
  if (first === undefined || known.length !== logKeys.length + witnesses.length) return undefined
  if (!Number.isInteger(quorum) || rows.at(-1) !== 'quorum all') return undefined
  return {
    origin: first.name,
    logKeys: known.slice(0, logKeys.length),
    witnesses: known.slice(logKeys.length),
    quorum,
  }
}
