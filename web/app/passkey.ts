// SPDX-License-Identifier: Apache-2.0
/** 通行密钥: sign in, sign an act, and register one; the browser's part is fetched when needed. */

import { routes } from '@gongxin/shell/http/contract'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { call } from './api.ts'

/** False where the person or the browser did not finish. */
export async function signInByPasskey(login: string): Promise<boolean> {
  const response = await passkeyResponse(login)
  if (response === null) return false
  await call(routes.passkeySignIn, { body: { response } })
  return true
}

/** Proof of presence for a signature; null where the person or the browser did not finish. */
export async function passkeyResponse(login: string): Promise<unknown> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const options = await call(routes.passkeyChallenge, { body: login === '' ? {} : { login } })
  if (!isRequest(options)) return null
  return startAuthentication({ optionsJSON: options }).catch(() => null)
}

export async function registerPasskey(): Promise<boolean> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const options = await call(routes.passkeyOptions)
  if (!isCreation(options)) return false
  const response = await startRegistration({ optionsJSON: options }).catch(() => null)
  if (response === null) return false
  await call(routes.registerPasskey, { body: { response } })
  return true
}

function isRequest(options: object): options is PublicKeyCredentialRequestOptionsJSON {
  return 'challenge' in options
}

function isCreation(options: object): options is PublicKeyCredentialCreationOptionsJSON {
  return 'challenge' in options && 'user' in options
}
