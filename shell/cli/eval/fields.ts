// SPDX-License-Identifier: Apache-2.0
/** Reads the fields of a case by name and says which one is wrong. */

import { type CivilDate, isCivilDate, type Rational, rational } from '@gongxin/core/kernel'
import { WrongInput } from '../command.ts'
import { type Given, type GivenCase, isNumberText, isRecord } from './cases.ts'

const decimalForm = /^-?\d{1,30}(\.\d{1,30})?$/
const exponentForm = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/

/** One object of the input and the path that leads to it. */
export class Fields {
  readonly #given: GivenCase
  readonly #path: string
  readonly #case: string

  constructor(given: GivenCase, path: string, caseName = '') {
    this.#given = given
    this.#path = path
    this.#case = caseName
  }

  /** The same fields, whose errors name the case. */
  named(id: string | number | null): Fields {
    return new Fields(this.#given, this.#path, id === null ? '' : String(id))
  }

  identity(): string | number | null {
    const id = this.#given.id
    if (id === undefined || id === null) return null
    if (typeof id === 'string') return id
    if (isNumberText(id)) return Number(id.numberText)
    throw this.wrong('id', 'must be text')
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#given, key) && this.#given[key] !== undefined
  }

  hasValue(key: string): boolean {
    return this.has(key) && this.#given[key] !== null
  }

  keys(): readonly string[] {
    return Object.keys(this.#given)
  }

  raw(key: string): Given {
    const value = this.#given[key]
    if (value === undefined) throw this.wrong(key, 'missing')
    return value
  }

  isNumber(key: string): boolean {
    return isNumberText(this.#given[key])
  }

  isText(key: string): boolean {
    return typeof this.#given[key] === 'string'
  }

  isList(key: string): boolean {
    return Array.isArray(this.#given[key])
  }

  isObject(key: string): boolean {
    return isRecord(this.#given[key])
  }

  text(key: string): string {
    const value = this.raw(key)
    if (typeof value !== 'string') throw this.wrong(key, 'must be text')
    return value
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T {
    const value = this.text(key)
    const choice = choices.find((c) => c === value)
    if (choice === undefined) {
      throw this.wrong(key, `unknown ${value}; one of ${choices.join(', ')}`)
    }
    return choice
  }

  flag(key: string): boolean {
    const value = this.raw(key)
    if (typeof value !== 'boolean') throw this.wrong(key, 'must be true or false')
    return value
  }

  day(key: string): CivilDate {
    return this.dayOf(this.raw(key), key)
  }

  dayOf(value: Given, name: string): CivilDate {
    if (typeof value !== 'string') throw this.wrong(name, 'must be a day YYYY-MM-DD')
    if (!isCivilDate(value)) throw this.wrong(name, `${value} is not a day YYYY-MM-DD`)
    return value
  }

  /** Decimal text or a JSON number, read as the text it shows. */
  decimal(key: string): Rational {
    return this.decimalOf(this.raw(key), key)
  }

  decimalOf(value: Given, name: string): Rational {
    const text = isNumberText(value) ? withoutExponent(value.numberText) : value
    if (typeof text !== 'string' || !decimalForm.test(text)) {
      throw this.wrong(name, 'must be a decimal number')
    }
    return rational(text)
  }

  /** A decimal that is not negative. */
  amount(key: string): Rational {
    return this.notNegative(this.decimal(key), key)
  }

  notNegative(value: Rational, name: string): Rational {
    if (value.lt(rational(0))) throw this.wrong(name, 'must not be negative')
    return value
  }

  /** A whole number that is not negative. */
  count(key: string): number {
    const value = this.amount(key)
    const whole = Number(value.toFraction())
    if (!Number.isSafeInteger(whole)) throw this.wrong(key, 'must be a whole number')
    return whole
  }

  /** A whole number of either sign. */
  integer(key: string): number {
    const whole = Number(this.decimal(key).toFraction())
    if (!Number.isSafeInteger(whole)) throw this.wrong(key, 'must be a whole number')
    return whole
  }

  list(key: string): readonly Given[] {
    const value = this.raw(key)
    if (!Array.isArray(value)) throw this.wrong(key, 'must be a list')
    return value
  }

  object(key: string): Fields {
    return this.objectOf(this.raw(key), key)
  }

  objectOf(value: Given, name: string): Fields {
    if (!isRecord(value)) throw this.wrong(name, 'must be an object')
    return new Fields(value, `${this.#path}${name}.`, this.#case)
  }

  objects(key: string): readonly Fields[] {
    return this.list(key).map((item, i) => this.objectOf(item, `${key}[${i}]`))
  }

  wrong(key: string, why: string): WrongInput {
    const where = this.#case === '' ? '' : `${this.#case} `
    return new WrongInput(`${where}${this.#path}${key}`, why)
  }
}

/** 1.5e6 is the number 1500000; the digits are moved, nothing passes through a float. */
function withoutExponent(text: string): string {
  const form = exponentForm.exec(text)
  if (form === null) return text
  const [, sign = '', whole = '', part = '', power = '0'] = form
  const shift = Number(power)
  const digits = `${whole}${part}`
  const point = whole.length + shift
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
