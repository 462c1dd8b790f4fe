// SPDX-License-Identifier: Apache-2.0
/** How moments, days, sums and sizes look to people; all in 北京时间, whatever the machine says. */

import {
  addMinutes,
  clockOf,
  dayOf,
  type Instant,
  instantOfEpoch,
  isInstant,
  weekdayOf,
  yuanShown,
} from '@gongxin/core/kernel'
import type { Language } from './words.ts'

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** 2026年11月24日（周二）09:30, or 24 Nov 2026 (Tue) 09:30. */
export function momentShown(at: string | null, language: Language): string {
  if (at === null || !isInstant(at)) return '—'
  return `${dayShown(dayOf(at), language)}${language === 'zh' ? '' : ' '}${clockOf(at)}`
}

export function dayShown(on: string, language: Language): string {
  const [year = '', month = '1', date = '1'] = on.split('-')
  const weekday = weekdays[language][weekdayOf(dayOfText(on)) - 1] ?? ''
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日（${weekday}）`
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year} (${weekday})`
}

function dayOfText(on: string) {
  return dayOf(instantOfEpoch(Date.parse(`${on}T00:00:00+08:00`)))
}

/** `1,234,567.80 元`; sums from a million yuan on also say their 万元. */
export function moneyShown(fen: number | null, language: Language): string {
  if (fen === null) return '—'
  const unit = language === 'zh' ? '元' : 'yuan'
  return `${yuanShown(fen)} ${unit}`
}

export function sizeShown(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  return kib < 1024 ? `${kib.toFixed(1)} KB` : `${(kib / 1024).toFixed(1)} MB`
}

/** 3天4小时, 12分05秒: the two largest parts of a span. */
export function spanShown(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor((seconds % 86_400) / 3600)]
  const [minutes, rest] = [Math.floor((seconds % 3600) / 60), seconds % 60]
  const zh = language === 'zh'
  if (days > 0) return zh ? `${days}天${hours}小时` : `${days} d ${hours} h`
  if (hours > 0) return zh ? `${hours}小时${minutes}分` : `${hours} h ${minutes} min`
  return zh ? `${minutes}分${rest}秒` : `${minutes} min ${rest} s`
}

/** Value of a date-and-time input, read as 北京时间. */
export function inputOfInstant(at: string): string {
  return isInstant(at) ? addMinutes(at, 480).slice(0, 16) : ''
}

/** Empty where the input is not filled in. */
export function instantOfInput(text: string): Instant | '' {
  const ms = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(ms) ? '' : instantOfEpoch(ms)
}

/** `12345.60` for an input; empty stays empty. */
export function yuanInputOf(fen: unknown): string {
  if (typeof fen !== 'number') return ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const part = digits.slice(-2)
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${part === '00' ? '' : `.${part}`}`
}

/** Yuan as typed, with commas, spaces or full-width digits; undefined where it is no amount. */
export function fenOfInput(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s元]/g, '')
  const form = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain)
  if (form === null) return undefined
  const [, sign = '', whole = '', part = ''] = form
  return Number(`${sign}${whole}${part.padEnd(2, '0')}`)
}
