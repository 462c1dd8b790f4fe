// SPDX-License-Identifier: Apache-2.0
/** Cuts Chinese text into words, for the index and for questions alike. */

import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { synonyms, tradeWords } from './vocabulary.ts'

/** Raise it when the words change: rows with an older version are to be indexed anew. */
export const searchVersion = 1

const mostPositions = 255
const lastPosition = 16_383
const mostCharacters = 200_000

let loaded: Jieba | null = null

/** The dictionary is large, so it is read when the first text is cut. */
function jieba(): Jieba {
  if (loaded === null) {
    loaded = Jieba.withDict(dict)
    loaded.loadDict(Buffer.from(tradeWords.map((word) => `${word} 20000 n`).join('\n')))
  }
  return loaded
}

/** A `tsvector` literal: words of the title weigh A, those of the body D. */
export function searchVector(title: string, body: string): string {
  const places = new Map<string, string[]>()
  let position = 0
  const add = (text: string, weight: string) => {
    for (const word of indexWords(text)) {
      position = Math.min(position + 1, lastPosition)
      const list = places.get(word) ?? []
      if (list.length < mostPositions) list.push(`${position}${weight}`)
      places.set(word, list)
    }
  }
  add(title, 'A')
  add(body.slice(0, mostCharacters), '')
  return [...places].map(([word, list]) => `${quoted(word)}:${list.join()}`).join(' ')
}

/** A `tsquery` literal: every word, or at least one; null when nothing can be searched for. */
export function searchQuery(text: string, words: 'all' | 'any'): string | null {
  const list = [...new Set(kept(jieba().cut(normal(text), true)))]
  if (list.length === 0) return null
  return list.map(withSynonyms).join(words === 'all' ? ' & ' : ' | ')
}

/** The word, what it is made of, or another word for it. */
function withSynonyms(word: string): string {
  const others = (synonyms.get(word) ?? []).map((phrase) => kept(jieba().cut(phrase, true)))
  const parts = partition(
    word,
    indexWords(word).filter((part) => part !== word && part.length > 1),
  )
  const phrases = [[word], ...(parts ? [parts] : []), ...others]
  return `(${phrases.map((phrase) => phrase.map(quoted).join(' & ')).join(' | ')})`
}

/** 桥梁加固 is also found as 桥梁 and 加固; null for what is not made of the parts. */
function partition(word: string, parts: readonly string[]): string[] | null {
  if (word === '') return []
  if (word.length > 20) return null
  for (const part of parts) {
    if (!word.startsWith(part)) continue
    const rest = partition(word.slice(part.length), parts)
    if (rest) return [part, ...rest]
  }
  return null
}

function indexWords(text: string): string[] {
  return kept(jieba().cutForSearch(normal(text), true))
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cc}/gu, ' ')
}

/** Words that stand in every notice tell none from another. */
const empty = new Set([...'的了和与及或在为对于按由将其该本等之'])
const wordLike = /[\p{L}\p{N}]/u

function kept(words: readonly string[]): string[] {
  return words
    .map((word) => word.trim())
    .filter((word) => wordLike.test(word) && !empty.has(word) && word.length <= 200)
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
