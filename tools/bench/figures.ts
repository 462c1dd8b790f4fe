// SPDX-License-Identifier: Apache-2.0
/** Medians, percentiles and the one table in which every section reports. */

export interface Figure {
  readonly what: string
  readonly value: string
  /** What it is measured against in the same run, where it is a ratio. */
  readonly against?: string
  readonly ratio?: number
  readonly goal?: string
  readonly met?: boolean
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  return sorted[place] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ]
  return (low + high) / 2
}

export function tableOf(figures: readonly Figure[]): string {
  const head = ['measured', 'figure', 'against', 'ratio', 'goal', 'met']
  const rows = figures.map(({ what, value, against = '', ratio, goal = '', met }) => [
    what,
    value,
    against,
    ratio === undefined ? '' : ratio.toFixed(2),
    goal,
    met === undefined ? '' : met ? 'yes' : 'no',
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function perSecond(count: number, ms: number): number {
  return (count * 1_000) / ms
}

export function shownMs(ms: number): string {
  return ms < 10 ? `${ms.toFixed(2)} ms` : `${ms.toFixed(0)} ms`
}
