// SPDX-License-Identifier: Apache-2.0
/** For tests only: words that are somebody's attack, somebody's name, or nothing at all. */

/** All that must be kept as it was typed; the shortest fields get its first letters. */
const kept = [
  '<b>𠮷\'&"',
  "; DROP TABLE event; -- ' OR '1'='1",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '㛃䶮🏗️👷🏽 \u202Edcba\u202C {{7*7}} %00 \\u0000 ../../etc',
].join(' ')

/** As many whole letters as the field takes. */
export function keptWords(most: number): string {
  let text = ''
  for (const letter of kept) {
    if (text.length + letter.length > most) break
    text += letter
  }
  return text.trim()
}

/** Each alone, for shapes are asked without a wire in between. */
export const words: Readonly<Record<string, string>> = {
  sql: "'; DROP TABLE event; --",
  script: '<script>alert(1)</script>',
  emoji: '👷🏽🏗️',
  rare: '𠮷㛃䶮',
  mark: '\u202Eabc\u202C',
  nul: 'a\u0000b',
  control: 'a\u0007b',
  surrogate: 'a\uD800',
  long: '长'.repeat(10_000),
  empty: '',
  blank: '   \u3000 ',
}

/** What a field may refuse over the wire; a form of its own refuses all else by itself. */
export const refusable = { free: ['nul', 'long', 'empty', 'blank'], formed: ['nul', 'empty'] }
