// SPDX-License-Identifier: Apache-2.0
/** 统一社会信用代码 (GB 32100-2015): form, region, check character, and the code of the organisation. */

export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** 登记管理部门 by the first character; others are not in the list and are refused (RU-28). */
export const registrationAuthorities: ReadonlyMap<string, string> = new Map([
  ['1', '机构编制'],
  ['2', '外交'],
  ['3', '司法行政'],
  ['4', '文化'],
  ['5', '民政'],
  ['6', '旅游'],
  ['7', '宗教'],
  ['8', '工会'],
  ['9', '市场监管'],
  ['A', '中央军委'],
  ['N', '农业'],
  ['Y', '其他'],
])

/** First two digits of the region codes of GB/T 2260; 10 is used by the national registry. */
const provinces = new Set(
  (
    '10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82'
  ).split(' '),
)

export type UsccFault =
  | { readonly code: 'length'; readonly length: number }
  | { readonly code: 'character'; readonly character: string; readonly part: UsccPart }
  | { readonly code: 'authority'; readonly character: string }
  | { readonly code: 'check'; readonly expected: string }
export type UsccPart = 'authority' | 'category' | 'region' | 'organisation' | 'check'
/** What is odd but does not refuse: old organisation codes, regions outside the list. */
export type UsccWarning = 'organisation-check' | 'region-unknown'

export type UsccReading =
  | {
      readonly ok: true
      readonly uscc: string
      readonly authority: string
      readonly region: string
      readonly organisation: string
      readonly check: string
      readonly warnings: readonly UsccWarning[]
    }
  | { readonly ok: false; readonly uscc: string; readonly fault: UsccFault }

/** Trimmed, upper case, full-width letters and digits made half-width. */
export function normalizedUscc(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}

export function readUscc(text: string): UsccReading {
  const uscc = normalizedUscc(text)
  const fault = faultOf(uscc)
  if (fault !== null) return { ok: false, uscc, fault }
  const organisation = uscc.slice(8, 17)
  const region = uscc.slice(2, 8)
  return {
    ok: true,
    uscc,
    authority: registrationAuthorities.get(uscc.slice(0, 1)) ?? '',
    region,
    organisation,
    check: uscc.slice(17),
    warnings: [
      ...(provinces.has(region.slice(0, 2)) ? [] : (['region-unknown'] as const)),
      ...(organisationCheck(organisation.slice(0, 8)) === organisation.slice(8)
        ? []
        : (['organisation-check'] as const)),
    ],
  }
}

export function isUscc(text: string): boolean {
  return readUscc(text).ok
}

/** The check character of the first seventeen; remainder 0 gives 0, not 31. */
export function usccCheck(first17: string): string {
  const total = [...first17].reduce(
    (sum, character, i) => sum + usccAlphabet.indexOf(character) * (weights[i] ?? 0),
    0,
  )
  return usccAlphabet.charAt((31 - (total % 31)) % 31)
}

/** One Chinese sentence for a form beside its field. */
export function usccFaultShown(fault: UsccFault): string {
  switch (fault.code) {
    case 'length':
      return `统一社会信用代码应为18位，现为${fault.length}位`
    case 'character':
      return `${partTitles[fault.part]}不能出现“${fault.character}”`
    case 'authority':
      return `首位“${fault.character}”不是已知的登记管理部门代码`
    case 'check':
      return '校验码不符，请核对每一位'
  }
}

const partTitles: Readonly<Record<UsccPart, string>> = {
  authority: '登记管理部门代码',
  category: '机构类别代码',
  region: '登记机关行政区划码',
  organisation: '主体标识码',
  check: '校验码',
}

function faultOf(uscc: string): UsccFault | null {
  const characters = [...uscc]
  if (characters.length !== 18) return { code: 'length', length: characters.length }
  for (const [i, character] of characters.entries()) {
    const part = partAt(i)
    const allowed = part === 'region' ? '0123456789' : usccAlphabet
    if (!allowed.includes(character)) return { code: 'character', character, part }
  }
  const first = uscc.slice(0, 1)
  if (!registrationAuthorities.has(first)) return { code: 'authority', character: first }
  const expected = usccCheck(uscc.slice(0, 17))
  return expected === uscc.slice(17) ? null : { code: 'check', expected }
}

function partAt(index: number): UsccPart {
  if (index === 0) return 'authority'
  if (index === 1) return 'category'
  if (index < 8) return 'region'
  return index < 17 ? 'organisation' : 'check'
}

/** GB 11714: weights 3,7,9,10,5,8,4,2 over 0–9A–Z; 10 is X, 11 is 0. */
function organisationCheck(first8: string): string {
  const factors = [3, 7, 9, 10, 5, 8, 4, 2]
  const total = [...first8].reduce(
    (sum, character, i) => sum + Number.parseInt(character, 36) * (factors[i] ?? 0),
    0,
  )
  const check = 11 - (total % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
