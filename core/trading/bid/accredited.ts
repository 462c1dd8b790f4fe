// SPDX-License-Identifier: Apache-2.0
/** 认可的认证机构: whose certificates and time stamps count, and where they write whom they certify (ADR 12). */

import { findBytes, parseCanonical, utf8 } from '@gongxin/trust/canonical'
import { type Certificate, findCertificate } from '@gongxin/trust/certificate'
import { instant, line, z } from '../../kernel/index.ts'

const der = z.string().regex(/^(?:[0-9a-f]{2}){1,8000}$/)
const identifier = z.string().regex(/^\d+(?:\.\d+){1,20}$/)

const accreditedShape = z.strictObject({
  v: z.literal('GXCERT/1'),
  roots: z
    .array(
      z.strictObject({
        ...{ name: line(80), der },
        /** The part of a subject that holds the 统一社会信用代码. */
        uscc: identifier,
        /** Accredited from and until; open where it is not said. */
        ...{ from: instant.optional(), until: instant.optional() },
      }),
    )
    .max(64),
  stamping: z.array(z.strictObject({ name: line(80), der })).max(64),
})
export type AccreditedList = z.infer<typeof accreditedShape>

export interface AccreditedRoot {
  readonly name: string
  readonly certificate: Certificate
  readonly uscc: string
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface Accredited {
  readonly roots: readonly AccreditedRoot[]
  readonly stamping: readonly { readonly name: string; readonly certificate: Certificate }[]
}

/** Reads the list as it lies in a bundle; nothing where it is not canonical or holds what is no certificate. */
export function findAccredited(text: string): Accredited | undefined {
  const parsed = parseCanonical(utf8(text))
  const read = parsed.ok ? accreditedShape.safeParse(parsed.value).data : undefined
  if (read === undefined) return undefined
  const roots = read.roots.flatMap(({ der, ...root }) => withCertificate(der, root))
  const stamping = read.stamping.flatMap(({ der, ...root }) => withCertificate(der, root))
  const whole = roots.length === read.roots.length && stamping.length === read.stamping.length
  return whole ? { roots, stamping } : undefined
}

function withCertificate<T extends object>(text: string, of: T) {
  const bytes = findBytes(text)
  const certificate = bytes === undefined ? undefined : findCertificate(bytes)
  return certificate === undefined ? [] : [{ ...of, certificate }]
}
