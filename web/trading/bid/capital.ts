// SPDX-License-Identifier: Apache-2.0
/** 大写金额: the price in words, proposed from the figures. */

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿', '万亿'] as const

/** 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角, 整 where there is no part. */
export function capitalOf(fen: number): string {
  const whole = Math.floor(fen / 100)
  const [jiao, part] = [Math.floor((fen % 100) / 10), fen % 10]
  const yuan = whole === 0 ? '' : `${wholeInWords(whole)}元`
  if (jiao === 0 && part === 0) return `${yuan === '' ? '零元' : yuan}整`
  const tenth = jiao === 0 ? (yuan === '' ? '' : '零') : `${digits[jiao] ?? ''}角`
  return `${yuan}${tenth}${part === 0 ? '整' : `${digits[part] ?? ''}分`}`
}

function wholeInWords(whole: number): string {
  const text = String(whole)
  let said = ''
  let gap = false
  for (let group = Math.ceil(text.length / 4) - 1; group >= 0; group -= 1) {
    const four = Number(
      text.slice(Math.max(0, text.length - (group + 1) * 4), text.length - group * 4),
    )
    if (four === 0) {
      gap = said !== ''
      continue
    }
    if (said !== '' && (gap || four < 1000)) said += '零'
    said += `${fourInWords(four)}${groups[group] ?? ''}`
    gap = false
  }
  return said
}

function fourInWords(four: number): string {
  let said = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit === 0) {
      gap = said !== ''
      continue
    }
    said += `${gap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`
    gap = false
  }
  return said
}
