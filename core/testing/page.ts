// SPDX-License-Identifier: Apache-2.0
/** Parts of printed pages: tables, and a trace with its setup. */

import type { Trace } from './trace.ts'

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function traceShown({ title, setup, rows }: Trace): string {
  return [
    `#### ${title}`,
    table(
      ['时间', '谁', '做什么', '结果'],
      [
        ...setup.map(({ time, who, does, result }) => [time, who, does, result]),
        ...(setup.length === 0 ? [] : [['', '', '', '']]),
        ...rows.map(({ time, who, does, result }) => [time, who, does, `**${result}**`]),
      ],
    ),
  ].join('\n\n')
}
