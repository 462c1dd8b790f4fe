// SPDX-License-Identifier: Apache-2.0
/** Moments in DER, both ways, as the texts that the rest of this package compares. */

import { findText, utf8 } from '../canonical/index.ts'
import type { Der } from './read.ts'
import { tags } from './tags.ts'

const utcForm = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const generalForm = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/
const momentForm = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/

/** `2026-11-24T02:15:00.000Z`: two such texts compare as their moments do. */
export function momentOf(der: Der | undefined): string | undefined {
  const text = der === undefined ? undefined : findText(der.content)
  if (der === undefined || text === undefined) return undefined
  if (der.tag === tags.utcTime) {
    const parts = utcForm.exec(text)?.slice(1)
    // RFC 5280 §4.1.2.5.1: two digits mean 1950 to 2049.
    const century = Number(parts?.[0] ?? '0') < 50 ? '20' : '19'
    return parts === undefined ? undefined : moment(`${century}${parts[0]}`, parts.slice(1), '')
  }
  if (der.tag !== tags.generalizedTime) return undefined
  const parts = generalForm.exec(text)
  return parts === null ? undefined : moment(parts[1] ?? '', parts.slice(2, 7), parts[7] ?? '')
}

export function isMoment(text: string): boolean {
  const parts = momentForm.exec(text)
  return parts !== null && moment(parts[1] ?? '', parts.slice(2, 7), parts[7] ?? '') === text
}

/** The form of RFC 5280: two digits until 2049, four from 2050; whole seconds. */
export function momentBytes(text: string): { tag: number; content: Uint8Array } {
  if (!isMoment(text)) throw new RangeError(`no moment: ${text}`)
  const digits = `${text.slice(0, 19).replace(/\D/g, '')}Z`
  const year = Number(text.slice(0, 4))
  return year >= 1950 && year < 2050
    ? { tag: tags.utcTime, content: utf8(digits.slice(2)) }
    : { tag: tags.generalizedTime, content: utf8(digits) }
}

/** GeneralizedTime with its thousandths, as time-stamps write it. */
export function preciseMomentBytes(text: string): { tag: number; content: Uint8Array } {
  if (!isMoment(text)) throw new RangeError(`no moment: ${text}`)
  const fraction = text.slice(20, 23).replace(/0+$/, '')
  const digits = text.slice(0, 19).replace(/\D/g, '')
  const content = utf8(fraction === '' ? `${digits}Z` : `${digits}.${fraction}Z`)
  return { tag: tags.generalizedTime, content }
}

function moment(year: string, rest: readonly string[], fraction: string): string | undefined {
  const [month = '', day = '', hour = '', minute = '', second = ''] = rest
  const inRange =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  if (!inRange) return undefined
  const thousandths = fraction.slice(0, 3).padEnd(3, '0')
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandths}Z`
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
