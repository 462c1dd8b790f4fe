// SPDX-License-Identifier: Apache-2.0
/** 签署确认: proof that this person meant this very body, good for one act within ten minutes. */

import { createHash } from 'node:crypto'
import { type Instant, type Refused, refused } from '@gongxin/core/kernel'
import { canonicalBytes, type Json, NotCanonical } from '@gongxin/trust/canonical'
import type { Passkeys } from './passkeys.ts'
import { checkPassword } from './passwords.ts'
import type { SignedIn } from './sessions.ts'
import type { SingleUse } from './single-use.ts'

export interface ConfirmationRequest {
  readonly tender: string
  readonly act: string
  /** SM3 over the canonical body, in hex. */
  readonly digest: string
  readonly password?: string | undefined
  readonly passkey?: unknown
  readonly demo?: true | undefined
}

export interface Confirmed {
  readonly tender: string
  readonly act: string
  readonly body: unknown
}

export interface Confirmations {
  give(
    signedIn: SignedIn,
    request: ConfirmationRequest,
  ): Promise<{ readonly confirmation: string; readonly until: Instant } | Refused>
  /** True once, for the body that was confirmed and in the role it was confirmed in. */
  take(signedIn: SignedIn, confirmation: string, confirmed: Confirmed): Promise<boolean>
  /** After work that left no trace, such as a lost database: the person need not prove it again. */
  giveBack(signedIn: SignedIn, confirmation: string, confirmed: Confirmed): Promise<void>
}

export interface ConfirmationNeeds {
  readonly singleUse: SingleUse
  readonly passkeys: Passkeys
  readonly now: () => Instant
  /** Whether one click may stand for the password (decision 24). */
  readonly demo: boolean
}

export function createConfirmations(needs: ConfirmationNeeds): Confirmations {
  const { singleUse, now } = needs
  return {
    async give(signedIn, request) {
      const proved = await proves(needs, signedIn, request)
      if (!proved) return refused('not-confirmed')
      const { tender, act, digest } = request
      const offered = offer(signedIn, { tender, act }, digest)
      const { token, until } = await singleUse.offer(offered, now())
      return { confirmation: token, until }
    },
    async take(signedIn, confirmation, confirmed) {
      const digest = digestOfBody(confirmed.body)
      if (digest === null) return false
      return singleUse.take(confirmation, offer(signedIn, confirmed, digest), now())
    },
    async giveBack(signedIn, confirmation, confirmed) {
      const digest = digestOfBody(confirmed.body)
      if (digest === null) return
      await singleUse.giveBack(confirmation, offer(signedIn, confirmed, digest), now())
    },
  }
}

/** Null where the body has no canonical form, so nobody can have confirmed it. */
export function digestOfBody(body: unknown): string | null {
  try {
    // The writer itself refuses whatever is not JSON.
    return createHash('sm3')
      .update(canonicalBytes(asJson(body)))
      .digest('hex')
  } catch (error) {
    if (error instanceof NotCanonical) return null
    throw error
  }
}

function asJson(body: unknown): Json {
  if (isJson(body)) return body
  throw new NotCanonical('not-json')
}

function isJson(body: unknown): body is Json {
  return body !== undefined
}

function offer(
  { account, acting }: SignedIn,
  { tender, act }: { readonly tender: string; readonly act: string },
  digest: string,
) {
  // The party is bound too: who switches role afterwards has confirmed nothing in the new one.
  const bound = JSON.stringify([acting.organisation, acting.role, tender, act, digest])
  return { purpose: 'confirmation', account: account.id, bound } as const
}

async function proves(
  { passkeys, demo }: ConfirmationNeeds,
  { account, persona }: SignedIn,
  request: ConfirmationRequest,
): Promise<boolean> {
  if (request.password !== undefined) return checkPassword(account.passwordHash, request.password)
  if (request.passkey !== undefined) {
    return (await passkeys.check(request.passkey))?.account === account.id
  }
  return request.demo === true && demo && persona !== null
}
