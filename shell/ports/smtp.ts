// SPDX-License-Identifier: Apache-2.0
/** Letters through a relay of the centre, over SMTP: encrypted, or not at all beyond this machine. */

import { createTransport } from 'nodemailer'
import { Unavailable } from '../store/index.ts'
import { type Mail, messageOf } from './mail.ts'

const waitMs = 10_000

/** What an address such as `smtps://name:secret@relay.example.org` means; port 465, or 587 by name. */
export function relayAt(address: string) {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const local = ['localhost', '127.0.0.1', '::1'].includes(host)
  const name = decodeURIComponent(url.username)
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A relay that will not speak TLS is not spoken to; on this machine nobody listens in.
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ...(name === '' ? {} : { auth: { user: name, pass: decodeURIComponent(url.password) } }),
  } as const
}

/** A relay that cannot be reached or is not ready is `Unavailable`; its lasting no is an answer. */
export function mailOverSmtp(address: string, from: string): Mail {
  const transport = createTransport({
    ...relayAt(address),
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      const envelope = { from, to: [...letter.to] }
      try {
        const { rejectedErrors = [] } = await transport.sendMail({
          envelope,
          raw: messageOf(letter, from),
        })
        // Whoever has it gets the same letter once more, under the same Message-ID.
        for (const error of rejectedErrors) if (!isLasting(error)) throw error
        return rejectedErrors.length === 0 ? sent : refusedBy(rejectedErrors)
      } catch (error) {
        if (isLasting(error)) return refusedBy([error])
        throw new Unavailable(`mail relay: ${signOf(error)}`)
      }
    },
  }
}

const sent = { kind: 'sent' } as const

/** Only signs of the protocol: the relay's own words may repeat addresses. */
function refusedBy(errors: readonly unknown[]) {
  return { kind: 'refused', why: `mail relay: ${errors.map(signOf).join(', ')}` } as const
}

function signOf(error: unknown): string {
  const { code, status } = read(error)
  return [code, status].filter((part) => part !== undefined).join(' ') || 'no answer'
}

/** 5xx to this letter or its addressees; a login that fails is mended by whoever runs the centre. */
function isLasting(error: unknown): boolean {
  const { code, status = 0 } = read(error)
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && status >= 500
}

function read(error: unknown): { code?: string; status?: number } {
  if (typeof error !== 'object' || error === null) return {}
  const { code, responseCode } = { code: null, responseCode: null, ...error }
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' ? { status: responseCode } : {}),
  }
}
