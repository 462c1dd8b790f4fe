// SPDX-License-Identifier: Apache-2.0
/** 通行密钥: registration and proof by WebAuthn; the challenge is ours, single use, ten minutes. */

import { type Instant, type Refused, refused, z } from '@gongxin/core/kernel'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Store } from '../store/index.ts'
import type { Account } from './people.ts'
import type { SingleUse } from './single-use.ts'

export interface PasskeySite {
  /** Registrable domain the keys are bound to, such as `localhost`. */
  readonly domain: string
  readonly origins: readonly string[]
}

export interface Passkeys {
  registrationOptions(account: Account): Promise<object>
  register(account: Account, response: unknown): Promise<Refused | null>
  /** For one login, or for whichever key the person brings. */
  challenge(account: Account | null): Promise<object>
  /** The account whose key answered a challenge of ours, else null. */
  check(response: unknown): Promise<{ readonly account: string } | null>
  count(account: string): Promise<number>
}

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)
const envelope = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: z.looseObject({}),
}
const attestation = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(transport).optional(),
  }),
})
const assertion = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

export interface PasskeyNeeds {
  readonly store: Store
  readonly singleUse: SingleUse
  readonly site: PasskeySite
  readonly now: () => Instant
}

export function createPasskeys(needs: PasskeyNeeds): Passkeys {
  const { store, site } = needs
  const { queries, region } = store
  const keysOf = (account: string) =>
    queries
      .selectFrom('passkey')
      .select(['id', 'transports'])
      .where('region', '=', region)
      .where('account', '=', account)
      .execute()
  const challengeFor = async (account: string | null) => {
    const bound = account === null ? 'prove' : 'register'
    return (await needs.singleUse.offer({ purpose: 'passkey', account, bound }, needs.now())).token
  }
  return {
    async registrationOptions(account) {
      return generateRegistrationOptions({
        rpName: '公信',
        rpID: site.domain,
        userName: account.login,
        userDisplayName: account.name,
        userID: new TextEncoder().encode(account.id),
        challenge: bytesOf(await challengeFor(account.id)),
        excludeCredentials: await keysOf(account.id),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      })
    },
    register: (account, response) => register(needs, account, response),
    async challenge(account) {
      const keys = account === null ? [] : await keysOf(account.id)
      return generateAuthenticationOptions({
        rpID: site.domain,
        challenge: bytesOf(await challengeFor(null)),
        userVerification: 'required',
        // An unknown login gets the same form of answer as one without keys.
        ...(keys.length > 0 ? { allowCredentials: keys } : {}),
      })
    },
    check: (response) => check(needs, response),
    count: async (account) => (await keysOf(account)).length,
  }
}

async function register(needs: PasskeyNeeds, account: Account, given: unknown) {
  const read = attestation.safeParse(given)
  if (!read.success) return refused('passkey-not-proved')
  const { store, site, now } = needs
  const found = await verifyRegistrationResponse({
    response: withoutUndefined(read.data),
    expectedChallenge: taken(needs, account.id),
    expectedOrigin: [...site.origins],
    expectedRPID: site.domain,
  }).catch(() => null)
  if (!found?.verified) return refused('passkey-not-proved')
  const { credential } = found.registrationInfo
  const written = await store.queries
    .insertInto('passkey')
    .values({
      ...{ region: store.region, id: credential.id, account: account.id },
      public_key: credential.publicKey,
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      created_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n ? null : refused('passkey-known')
}

async function check(needs: PasskeyNeeds, given: unknown) {
  const read = assertion.safeParse(given)
  if (!read.success) return null
  const { store, site, now } = needs
  const { queries, region } = store
  const key = await queries
    .selectFrom('passkey')
    .select(['id', 'account', 'public_key', 'counter'])
    .where('region', '=', region)
    .where('id', '=', read.data.id)
    .executeTakeFirst()
  if (key === undefined) return null
  const found = await verifyAuthenticationResponse({
    response: withoutUndefined(read.data),
    expectedChallenge: taken(needs, null),
    expectedOrigin: [...site.origins],
    expectedRPID: site.domain,
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: key.counter },
  }).catch(() => null)
  if (!found?.verified) return null
  await queries
    .updateTable('passkey')
    .set({ counter: found.authenticationInfo.newCounter, used_at: now() })
    .where('region', '=', region)
    .where('id', '=', key.id)
    .execute()
  return { account: key.account }
}

/** The challenge is used up by being looked at, right or wrong. */
function taken({ singleUse, now }: PasskeyNeeds, account: string | null) {
  const bound = account === null ? 'prove' : 'register'
  return (challenge: string) =>
    singleUse.take(challenge, { purpose: 'passkey', account, bound }, now())
}

/** Our tokens are base64url already; given as bytes they come back as the same text. */
function bytesOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(token, 'base64url'))
}

/** The package asks that absent members be absent, not undefined. */
function withoutUndefined<T>(value: T): Exact<T> {
  return JSON.parse(JSON.stringify(value))
}

type Exact<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> }
    : T
