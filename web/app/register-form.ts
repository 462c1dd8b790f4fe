// SPDX-License-Identifier: Apache-2.0
/** 注册 as data: the flat form people fill in and the body the interface takes. */

import { readUscc, usccFaultShown } from '@gongxin/core/registers/entities'
import { registrationBody } from '@gongxin/shell/http/contract'
import type { Language } from './words.ts'

export const emptyRegistration = {
  uscc: '',
  name: '',
  kind: 'enterprise',
  address: '',
  bank: '',
  number: '',
  person: '',
  login: '',
  password: '',
  phone: '',
  email: '',
}
export type Registration = typeof emptyRegistration

export function registrationOf(form: Registration) {
  return registrationBody.safeParse({
    uscc: readUscc(form.uscc).uscc,
    name: form.name.trim(),
    kind: form.kind,
    address: form.address,
    basicAccount: { bank: form.bank, number: form.number },
    person: {
      name: form.person.trim(),
      login: form.login,
      password: form.password,
      phone: form.phone,
      email: form.email,
    },
  })
}

/** The sentence beside the code while it is typed; empty while nothing is. */
export function usccSaid(text: string, language: Language): { ok: boolean; sentence: string } {
  if (text === '') return { ok: false, sentence: '' }
  const reading = readUscc(text)
  if (reading.ok) {
    const zh = `校验通过，${reading.authority}登记`
    return { ok: true, sentence: language === 'zh' ? zh : 'The check character is right' }
  }
  const zh = usccFaultShown(reading.fault)
  return { ok: false, sentence: language === 'zh' ? zh : englishFault(reading.fault.code) }
}

function englishFault(code: 'length' | 'character' | 'authority' | 'check'): string {
  return {
    length: 'The code has 18 characters',
    character: 'A character stands where it cannot',
    authority: 'The first character names no registration authority',
    check: 'The check character does not fit; compare every character',
  }[code]
}
