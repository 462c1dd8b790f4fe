// SPDX-License-Identifier: Apache-2.0
/** The search box, and the marks on what it found. */

import type { ReactNode } from 'react'
import type { Voice } from './setting.ts'

export function SearchBox({ voice, text }: { readonly voice: Voice; readonly text: string }) {
  const { say } = voice
  return (
    <search>
      <form className="search" action="/notices" method="get">
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={100}
          aria-label={say('searchLabel')}
          placeholder={say('searchLabel')}
        />
        <button type="submit">{say('search')}</button>
      </form>
    </search>
  )
}

/** Marks every stretch of two or more characters that the title has in common with the question. */
export function Highlighted({ title, text }: { readonly title: string; readonly text: string }) {
  return <>{stretches(title, text).map(shown)}</>
}

function shown(part: Stretch, index: number): ReactNode {
  return part.hit ? <mark key={index}>{part.text}</mark> : part.text
}

interface Stretch {
  readonly text: string
  readonly hit: boolean
}

export function stretches(title: string, question: string): readonly Stretch[] {
  const characters = [...title]
  const hits = hitPlaces(characters, question)
  const parts: Stretch[] = []
  for (const [index, character] of characters.entries()) {
    const hit = hits.has(index)
    const last = parts.at(-1)
    if (last?.hit === hit) parts.splice(-1, 1, { text: last.text + character, hit })
    else parts.push({ text: character, hit })
  }
  return parts
}

/** Pairs of neighbours stand for words, which Chinese writes without spaces. */
function hitPlaces(characters: readonly string[], question: string): ReadonlySet<number> {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean)
  const pairs = new Set(words.flatMap((word) => pairsOf([...word])))
  const places = new Set<number>()
  for (const [index, pair] of pairsOf(characters.map((c) => c.toLowerCase())).entries()) {
    if (pairs.has(pair)) places.add(index).add(index + 1)
  }
  return places
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
