// SPDX-License-Identifier: Apache-2.0
/** The postman: tells organisations by e-mail that a message waits, once each, and tries again. */

import { addMinutes, type Instant, z } from '@gongxin/core/kernel'
import type { Mail } from '../ports/index.ts'
import { type Message, type Store, Unavailable } from '../store/index.ts'

export interface PostParts {
  readonly store: Store
  readonly clock: { now(): Instant }
  readonly mail: Mail
  /** Where people sign in, such as `https://example.org`. */
  readonly origin: string
}

/** The kind of outbox rows the postman carries. */
export const mailKind = 'mail'

const waiting = z.object({ organisation: z.string(), tender: z.string(), project: z.string() })
type Waiting = z.infer<typeof waiting>

const leaseMs = 60_000
const mostAtOnce = 20
const mostWaitMinutes = 360

/**
 * Claims what waits and carries it; what fails is carried again later, never forgotten. A lasting
 * no of the relay ends the matter and is kept with it: the message still lies in the inbox.
 */
export async function carryPost(parts: PostParts): Promise<void> {
  const { store, clock } = parts
  const claim = { now: clock.now(), leaseMs, most: mostAtOnce }
  let away: Unavailable | undefined
  for (const message of await store.outbox.claim(claim)) {
    try {
      // Where the relay is away for one it is away for all, and each would wait in vain.
      if (away !== undefined) throw away
      const refusal = await carry(parts, message)
      await store.outbox.done(message, clock.now(), refusal)
    } catch (error) {
      if (error instanceof Unavailable) away = error
      const why = error instanceof Error ? error.message : String(error)
      const wait = Math.min(2 ** message.attempts, mostWaitMinutes)
      await store.outbox.failed(message, why, addMinutes(clock.now(), wait))
    }
  }
}

/** What the relay finally said no with, if it did. */
async function carry(
  { store, mail, origin }: PostParts,
  message: Message,
): Promise<string | undefined> {
  if (message.kind !== mailKind) throw new Error(`nobody carries ${message.kind}`)
  const about = waiting.parse(message.payload)
  const to = await addressesOf(store, about.organisation)
  // An organisation without an address reads its inbox; there is nothing to carry.
  if (to.length === 0) return undefined
  const id = `${message.stream}/${message.id}`
  const letter = { id, to, at: message.createdAt, ...letterAbout(about, origin) }
  const sending = await mail.send(letter)
  return sending.kind === 'refused' ? sending.why : undefined
}

/**
 * Mail passes through many hands, so it only says that a message waits: never what it says, and
 * not even its subject, which may be known to the committee alone.
 */
function letterAbout({ project, tender }: Waiting, origin: string) {
  const subject = '您有一条新的项目消息'
  const body = [
    '您好：',
    '',
    `项目“${project}”（编号${tender}）有一条发给贵单位的新消息。`,
    '为保密起见，邮件不载明消息内容，请登录平台，在“消息”中查看：',
    new URL('/app/inbox', origin).href,
    '',
    '消息的送达时间以平台记录为准。本邮件由平台自动发出，请勿回复。',
    '柳州市公共资源交易平台',
    '',
  ].join('\n')
  return { subject, body }
}

const address = z.email().max(120)

/** Addresses of the people who act for the organisation now, each once, in order. */
async function addressesOf(store: Store, organisation: string): Promise<readonly string[]> {
  const { queries, region } = store
  const people = await queries
    .selectFrom('membership')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region', '=', 'membership.region')
        .onRef('account.id', '=', 'membership.account'),
    )
    .select('account.doc')
    .where('membership.region', '=', region)
    .where('membership.organisation', '=', organisation)
    .where('membership.ended_at', 'is', null)
    .where('account.state', '=', 'active')
    .execute()
  const known = people.flatMap(({ doc }) => {
    const email = typeof doc === 'object' && doc !== null && 'email' in doc ? doc.email : null
    const read = address.safeParse(email)
    return read.success ? [read.data] : []
  })
  return [...new Set(known)].toSorted()
}
