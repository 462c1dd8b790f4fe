// SPDX-License-Identifier: Apache-2.0
/** What was typed outlives a reload and an expired session; it is forgotten once submitted. */

import { useEffect, useRef, useState } from 'react'
import { emptyOf, isBody, merged, type Node, type Value } from '../form/index.ts'

const prefix = 'form '

export function useKept(
  place: string,
  begin: () => Value,
): readonly [Value, (next: Value | ((now: Value) => Value)) => void, () => void] {
  const [value, setValue] = useState<Value>(() => merged(begin(), read(place)))
  const latest = useRef(value)
  latest.current = value
  useEffect(() => {
    const timer = setTimeout(() => keep(place, value), 300)
    return () => clearTimeout(timer)
  }, [place, value])
  // Whoever leaves right after the last key finds it again as well.
  useEffect(() => () => keep(place, latest.current), [place])
  const forget = () => {
    sessionStorage.removeItem(prefix + place)
    setValue(begin())
  }
  return [value, setValue, forget]
}

function keep(place: string, value: Value): void {
  sessionStorage.setItem(prefix + place, JSON.stringify(value ?? null))
}

function read(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + place) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function begunFrom(node: Node, known: unknown): Value {
  const empty = emptyOf(node)
  return isBody(known) ? merged(empty, known) : empty
}
