// SPDX-License-Identifier: Apache-2.0
/** Words and names that have no place in the house, each with what to say instead. */

import { posix } from 'node:path'
import { bannedWords } from '@gongxin/core/kernel'
import type { Breach } from './arrows.ts'

interface Page {
  readonly path: string
  readonly text: string
}

/** Folders and files so named gather what nobody has thought about. */
const homeless = new Set([
  'utils',
  'util',
  'common',
  'helpers',
  'helper',
  'shared',
  'misc',
  'v2',
  'new',
  'old',
  'legacy',
])

const notes = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b`)
const registries = new RegExp(
  ['registry\\.npm' + 'js', 'npm' + 'mirror', 'registry\\.yarn' + 'pkg', 'py' + 'pi\\.org'].join(
    '|',
  ),
)
const machines = new RegExp(`(?:^|[\\s'"\`(=:])/(?:work|home|root|Us${'ers'})/\\w`, 'm')

/** These list the banned words, so they must hold them. */
const wordLists = /^(?:core\/kernel\/terms(?:\/|\.)|tools\/tidy\/|GLOSSARY\.md)/

export function badNames(paths: readonly string[]): readonly Breach[] {
  return paths.flatMap((path) =>
    path
      .split('/')
      .map((part) => posix.basename(part).replace(/\..*$/, ''))
      .filter((part) => homeless.has(part))
      .map((part) => ({
        rule: 'homeless-name',
        path,
        says: `is called ${part}; find the word of the domain`,
      })),
  )
}

export function badWords(page: Page): readonly Breach[] {
  if (wordLists.test(page.path)) return []
  const words = new Set(wordsOf(page.text))
  return [...bannedWords]
    .filter(([word]) => words.has(word) || words.has(`${word}s`))
    .map(([word, instead]) => ({
      rule: 'banned-word',
      path: page.path,
      says: `says ${word}; here it is ${instead}`,
    }))
}

export function badText({ path, text }: Page): readonly Breach[] {
  const breach = (rule: string, says: string) => ({ rule, path, says })
  return [
    ...(notes.test(text) ? [breach('note', 'leaves a note; write an issue or a reading')] : []),
    ...(registries.test(text) ? [breach('registry', 'names a registry host')] : []),
    ...(machines.test(text) ? [breach('machine', 'names a folder of one machine')] : []),
  ]
}

/** Lower-case words, with camelCase and kebab-case taken apart. */
export function wordsOf(text: string): readonly string[] {
  const apart = text.replace(/([a-z\d])([A-Z])/g, '$1 $2')
  return apart.toLowerCase().match(/[a-z]+/g) ?? []
}
