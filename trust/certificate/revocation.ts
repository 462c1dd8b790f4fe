// SPDX-License-Identifier: Apache-2.0
/** Revocation lists: signed by whoever certified, for a stated time, complete for its issuer. */

import { sameBytes } from '../canonical/index.ts'
import {
  countOf,
  type Der,
  findList,
  inside,
  momentOf,
  tags,
  unsignedOf,
  walk,
} from '../der/index.ts'
import { verifyingKey, verifySm2 } from '../suites/index.ts'
import { identifiers } from './identifiers.ts'
import { findName, type Name } from './names.ts'
import { algorithmOf, type Certificate, findExtensionList, findSigned } from './read.ts'

export interface Revoked {
  readonly serial: Uint8Array
  readonly at: string
}

export interface RevocationList {
  readonly der: Uint8Array
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly issuer: Name
  readonly thisUpdate: string
  readonly nextUpdate: string
  readonly revoked: readonly Revoked[]
}

/** A whole list, version 2; partial and indirect lists mark themselves critical and are refused. */
export function findRevocationList(bytes: Uint8Array): RevocationList | undefined {
  const outer = findSigned(bytes)
  if (outer === undefined) return undefined
  const fields = walk(outer.body, 'sequence')
  const version = countOf(fields.take('integer'))
  const algorithm = algorithmOf(fields.take('sequence'))
  const issuer = findName(fields.take('sequence'))
  const thisUpdate = momentOf(fields.takeAny())
  const nextUpdate = momentOf(fields.takeAny())
  const revoked = findRevoked(fields.take('sequence'))
  const extensions = fields.take(inside(0))
  if (version !== 1 || algorithm !== identifiers.sm2WithSm3 || !fields.ended()) return undefined
  if (extensions !== undefined && !isHarmless(walk(extensions, inside(0)).take('sequence'))) {
    return undefined
  }
  if (issuer === undefined || thisUpdate === undefined || nextUpdate === undefined) return undefined
  if (revoked === undefined) return undefined
  const { body, signature } = outer
  const times = { issuer, thisUpdate, nextUpdate }
  return { der: bytes, signed: body.whole, signature, ...times, revoked }
}

export type Standing = 'good' | 'revoked' | 'unknown'

/**
 * What the lists say of a certificate at a moment. A list counts when its issuer's key signed it
 * and it was not yet outdated then; one made later counts too, for it knows more, never less.
 */
export function standingOf(
  certificate: Certificate,
  issuer: Certificate,
  { lists, at }: { readonly lists: readonly RevocationList[]; readonly at: string },
): Standing {
  const key = verifyingKey(issuer.publicKey)
  const counting = lists.filter(
    (list) =>
      key !== undefined &&
      list.nextUpdate >= at &&
      sameBytes(list.issuer.der, issuer.subject.der) &&
      (issuer.uses ?? []).includes('crlSign') &&
      verifySm2(key, { message: list.signed, signature: list.signature }),
  )
  if (counting.length === 0) return 'unknown'
  const revoked = counting
    .flatMap((list) => list.revoked)
    .some((entry) => sameBytes(entry.serial, certificate.serial) && entry.at <= at)
  return revoked ? 'revoked' : 'good'
}

function findRevoked(der: Der | undefined): readonly Revoked[] | undefined {
  if (der === undefined) return []
  const found: Revoked[] = []
  for (const item of findList(der, 'sequence') ?? [undefined]) {
    const fields = walk(item, 'sequence')
    const serial = unsignedOf(fields.take('integer'))
    const at = momentOf(fields.takeAny())
    const extensions = fields.take('sequence')
    if (serial === undefined || at === undefined || !fields.ended()) return undefined
    if (extensions !== undefined && !isHarmless(extensions)) return undefined
    found.push({ serial, at })
  }
  return found
}

function isHarmless(der: Der | undefined): boolean {
  if (der?.tag !== tags.sequence) return false
  return findExtensionList(der)?.every(({ critical }) => !critical) ?? false
}
