// SPDX-License-Identifier: Apache-2.0
/** 大写金额: reads 人民币壹佰万零伍拾元叁角贰分 as exact yuan; null where it is no amount. */

import { type Rational, rational } from '../../kernel/index.ts'

const digits: ReadonlyMap<string, number> = new Map(
  [
    '零〇0０',
    '壹一弌',
    '贰二貳弍两',
    '叁三參叄弎',
    '肆四',
    '伍五',
    '陆六陸',
    '柒七',
    '捌八',
    '玖九',
  ].flatMap((forms, value) => [...forms].map((form) => [form, value] as const)),
)
const places: ReadonlyMap<string, number> = new Map([
  ['拾', 10],
  ['十', 10],
  ['佰', 100],
  ['百', 100],
  ['仟', 1000],
  ['千', 1000],
])
const groups: ReadonlyMap<string, bigint> = new Map([
  ['万', 10_000n],
  ['萬', 10_000n],
  ['亿', 100_000_000n],
  ['億', 100_000_000n],
])

/** Yuan, with 角 and 分 as decimals; 整 or 正 may end it. */
export function yuanOfWords(words: string): Rational | null {
  const clean = words
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/^人民币[:：]?/, '')
  const form = /^(.+?)[元圆圓](?:(?:[零〇])?(?:(.)角)?(?:[零〇])?(?:(.)分)?)?[整正]?$/u.exec(clean)
  const small = form === null ? /^(?:(.)角)?(?:[零〇])?(?:(.)分)?[整正]?$/u.exec(clean) : null
  if (form !== null) return amountOf(form[1], form[2], form[3])
  if (small === null || (small[1] === undefined && small[2] === undefined)) return null
  return amountOf('零', small[1], small[2])
}

function amountOf(whole = '', jiao?: string, fen?: string): Rational | null {
  const yuan = wholeOf(whole)
  const tenths = jiao === undefined ? 0 : digits.get(jiao)
  const hundredths = fen === undefined ? 0 : digits.get(fen)
  if (yuan === null || tenths === undefined || hundredths === undefined) return null
  return rational(yuan).add(rational(tenths * 10 + hundredths).div(rational(100)))
}

/** Reads left to right: a digit waits for its place, a group of four for 万 or 亿. */
function wholeOf(text: string): bigint | null {
  if (text === '') return null
  let total = 0n
  let group = 0
  let waiting: number | null = null
  let leastPlace = 10_000
  for (const sign of text) {
    const digit = digits.get(sign)
    const place = places.get(sign)
    const large = groups.get(sign)
    if (digit !== undefined) {
      if (waiting !== null && waiting !== 0) return null
      waiting = digit
    } else if (place !== undefined) {
      if (place >= leastPlace || waiting === 0) return null
      if (waiting === null && place !== 10) return null
      group += (waiting ?? 1) * place
      leastPlace = place
      waiting = null
    } else if (large !== undefined) {
      const part = BigInt(group + (waiting ?? 0))
      if (part === 0n && total === 0n) return null
      // 亿 multiplies all that stands before it, 万亿 included; 万 only its own group.
      total = large === 100_000_000n ? (total + part) * large : total + part * large
      group = 0
      waiting = null
      leastPlace = 10_000
    } else {
      return null
    }
  }
  return total + BigInt(group + (waiting ?? 0))
}
