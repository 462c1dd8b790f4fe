// SPDX-License-Identifier: Apache-2.0
/** A small chart of bars; the table beneath it always says the same in figures. */

export interface Bar {
  readonly name: string
  readonly value: number
}

const width = 560
const height = 150
const floor = 120

export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  if (bars.length === 0) return null
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  const step = width / bars.length
  return (
    <svg
      className="bars"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
    >
      {bars.map(({ name, value }, index) => {
        const tall = Math.round((value / most) * 95)
        const middle = index * step + step / 2
        return (
          <g key={name}>
            <rect x={middle - step / 4} y={floor - tall} width={step / 2} height={tall} />
            <text x={middle} y={floor - tall - 5} textAnchor="middle">
              {value}
            </text>
            <text x={middle} y={floor + 18} textAnchor="middle">
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
