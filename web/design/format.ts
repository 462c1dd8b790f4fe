// SPDX-License-Identifier: Apache-2.0
/** How days, moments, money and digests look on a page; one form for both faces. */

import {
  addMs,
  type CivilDate,
  clockOf,
  dayOf,
  epochOf,
  type Instant,
  isCivilDate,
  isInstant,
  weekdayOf,
  yuanShown,
} from '@gongxin/core/kernel'
import type { Language } from './messages.ts'

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2026年11月24日（周二）; `24 Nov 2026 (Tue)`. */
export function dateShown(on: CivilDate, language: Language): string {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  const weekday = weekdays[language][weekdayOf(on) - 1] ?? ''
  return language === 'zh'
    ? `${year}年${month}月${date}日（${weekday}）`
    : `${date} ${months[month - 1] ?? ''} ${year} (${weekday})`
}

/** 2026年11月24日（周二）09:30, always 北京时间. */
export function momentShown(at: Instant, language: Language): string {
  const join = language === 'zh' ? '' : ' '
  return `${dateShown(dayOf(at), language)}${join}${clockOf(at)}`
}

/** The same with seconds, for the clock of the server. */
export function secondShown(at: Instant, language: Language): string {
  return `${momentShown(at, language)}:${at.slice(17, 19)}`
}

/** For text that may be a day, a moment or neither, such as a field of the wire. */
export function whenShown(text: string, language: Language): string {
  if (isInstant(text)) return momentShown(text, language)
  return isCivilDate(text) ? dateShown(text, language) : ''
}

/** 3天4小时, 12分钟; nothing for a moment that has passed. */
export function timeLeft(now: Instant, until: Instant, language: Language): string {
  const minutes = Math.ceil((epochOf(until) - epochOf(now)) / 60_000)
  if (minutes <= 0) return ''
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const parts =
    days > 0
      ? [counted(days, 'day', language), counted(hours, 'hour', language)]
      : [counted(hours, 'hour', language), counted(minutes % 60, 'minute', language)]
  return parts.filter((part) => part !== '').join(language === 'zh' ? '' : ' ')
}

const units = {
  day: { zh: '天', en: 'day' },
  hour: { zh: '小时', en: 'hour' },
  minute: { zh: '分钟', en: 'minute' },
} as const

function counted(n: number, unit: keyof typeof units, language: Language): string {
  if (n === 0) return ''
  const name = units[unit][language]
  return language === 'zh' ? `${n}${name}` : `${n} ${name}${n === 1 ? '' : 's'}`
}

/** A bare figure in 万元 for a column whose head names the unit: at least two places, exact. */
export function tenThousandShown(fen: number): string {
  const padded = String(Math.abs(fen)).padStart(7, '0')
  const whole = padded.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = padded.slice(-6).replace(/0{1,4}$/, '')
  return `${fen < 0 ? '-' : ''}${whole}.${part}`
}

/** With its unit: 万元 from one 万元 on, else 元. */
export function moneyShown(fen: number, language: Language): string {
  if (language === 'en') return `CNY ${yuanShown(fen)}`
  return Math.abs(fen) >= 1_000_000 ? `${tenThousandShown(fen)}万元` : `${yuanShown(fen)}元`
}

/** Basis points as a percentage: 500 is 5%. */
export function percentShown(basisPoints: number): string {
  return `${Number((basisPoints / 100).toFixed(2))}%`
}

/** The first characters of a digest: enough to compare by eye, the whole stands in the JSON. */
export function digestShown(digest: string): string {
  return digest.slice(0, 12)
}

/** Bytes for people. */
export function sizeShown(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}

/** The first moment of the day `days` before the day of `now`, for filters by date. */
export function daysAgo(now: Instant, days: number): Instant {
  return addMs(now, -days * 86_400_000)
}
