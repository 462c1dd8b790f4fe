// SPDX-License-Identifier: Apache-2.0
/** Bars B-04 to B-07 of the trust design: signatures, the tree, and rows in one commit, against their limits. */

import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { certain } from '@gongxin/core/kernel'
import { canonicalBytes, type Json, parseCanonical } from '@gongxin/trust/canonical'
import { kernelCurve } from '@gongxin/trust/kernel'
import { appended, inclusionProof, leafHash, treeRoot, verifyInclusion } from '@gongxin/trust/log'
import { dealFault, dealOf } from '@gongxin/trust/sharing'
import {
  setQuickCurve,
  signSm2,
  sm2PublicKey,
  sm3Digest,
  verifyingKey,
  verifySm2,
} from '@gongxin/trust/suites'
import pg from 'pg'
import { compileCurve } from '../kernel/index.ts'
import { type Figure, median, perSecond } from './figures.ts'
import type { Ground } from './ground.ts'

const rounds = 9
const warming = 8
const entries = 1024
const batch = 1024

export async function bars(ground: Ground): Promise<readonly Figure[]> {
  // As the server and 验标 have it; the plain code is measured beside it.
  const plain = signatures('in plain code', {})
  setQuickCurve(kernelCurve(await compileCurve()))
  return [
    signatures('by the kernel', { goal: 0.5 }),
    plain,
    deals(),
    ...trees(),
    await rowsTogether(ground),
  ]
}

interface Race {
  readonly what: string
  /** Pieces of work in one go. */
  readonly pieces: number
  readonly ours: () => unknown
  readonly limit: () => unknown
  readonly against: string
  readonly goal?: number
}

/** Go about go, so that both meet the same minute. */
function raced({ what, pieces, ours, limit, against, goal }: Race): Figure {
  // A server that runs is measured, and not the compiling of its first moments.
  for (let go = 0; go < warming; go += 1) {
    ours()
    limit()
  }
  const some = Array.from({ length: rounds }, () => ({ ours: timed(ours), limit: timed(limit) }))
  const speed = (of: 'ours' | 'limit') => perSecond(pieces, median(some.map((one) => one[of])))
  const ratio = speed('ours') / speed('limit')
  return {
    what,
    value: `${speed('ours').toFixed(0)}/s`,
    against: `${speed('limit').toFixed(0)}/s ${against}`,
    ratio,
    ...(goal === undefined ? {} : { goal: `>= ${goal}`, met: ratio >= goal }),
  }
}

/** Milliseconds of the processor, so that what else runs on the machine is not counted as work. */
function timed(work: () => unknown): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}

const many = (count: number, work: () => unknown) => () => {
  for (let i = 0; i < count; i += 1) work()
}

/** The machine signs on the curve of SM2 with ECDSA: a measure of the same arithmetic, and of nothing else. */
function signatures(how: string, bar: Pick<Race, 'goal'>): Figure {
  const message = randomBytes(200)
  const privateKey = sm3Digest(message)
  const key = certain(sm2PublicKey(privateKey), 'a key')
  const signature = signSm2({ privateKey, message, entropy: randomBytes(32) })
  const often = certain(verifyingKey(key, { often: true }), 'a key')
  const native = generateKeyPairSync('ec', { namedCurve: 'SM2' })
  const other = sign('sm3', message, native.privateKey)
  return raced({
    what: `SM2 verified with a table of the key, ${how} (B-04)`,
    pieces: 100,
    ours: many(100, () => verifySm2(often, { message, signature })),
    limit: many(100, () => verify('sm3', message, native.publicKey, other)),
    against: 'by the machine',
    ...bar,
  })
}

/** A deal to three of whom two open, checked as at the door of a bid, against as many products by the machine. */
function deals(): Figure {
  const privateKeys = [1, 2, 3].map((n) => sm3Digest(Uint8Array.of(n)))
  const holders = privateKeys.map((key) => certain(sm2PublicKey(key), 'a key'))
  const circle = { holders, threshold: 2, context: Uint8Array.of(1) }
  const { deal } = dealOf(randomBytes(32), circle)
  const native = generateKeyPairSync('ec', { namedCurve: 'SM2' })
  const signed = sign('sm3', deal, native.privateKey)
  return raced({
    what: 'deals to three holders checked, by the kernel',
    pieces: 30,
    ours: many(30, () => dealFault(deal, circle)),
    // A signature is one sum of two products, and a deal six.
    limit: many(6 * 30, () => verify('sm3', deal, native.publicKey, signed)),
    against: 'six signatures by the machine',
  })
}

function trees(): readonly Figure[] {
  const values = Array.from({ length: entries }, (_, seq): Json => ({ seq, body: 'x'.repeat(300) }))
  const texts = values.map(canonicalBytes)
  const leaves = texts.map((text) => leafHash(text))
  const edge = { size: 0, partials: [] }
  // A tree over n entries is n hashes of entries and n - 1 of pairs, however it is cut into tiles.
  const pair = new Uint8Array(65)
  const hashing = () => {
    for (const text of texts) sm3Digest(text)
    for (let i = 1; i < entries; i += 1) sm3Digest(pair)
  }
  const root = treeRoot(leaves)
  const proof = inclusionProof(leaves, 700)
  const claim = { leaf: certain(leaves[700], 'a leaf'), index: 700, size: entries, proof, root }
  return [
    raced({
      what: 'entries hashed and appended in tiles (B-05)',
      pieces: entries,
      ours: () =>
        appended(
          edge,
          texts.map((text) => leafHash(text)),
        ),
      limit: hashing,
      against: 'hashed and no more',
      goal: 0.8,
    }),
    raced({
      what: 'entries made canonical, hashed and appended (B-05)',
      pieces: entries,
      ours: () =>
        appended(
          edge,
          values.map((value) => leafHash(canonicalBytes(value))),
        ),
      limit: hashing,
      against: 'hashed and no more',
      goal: 0.4,
    }),
    // A verifier reads first; what it accepts has one spelling, so it need not write it again.
    raced({
      what: 'entries read, hashed and appended',
      pieces: entries,
      ours: () =>
        appended(
          edge,
          texts.map((text) => {
            if (!parseCanonical(text).ok) throw new Error('not canonical')
            return leafHash(text)
          }),
        ),
      limit: hashing,
      against: 'hashed and no more',
    }),
    raced({
      what: `places in a tree of ${entries} proven (B-06)`,
      pieces: 500,
      ours: many(500, () => verifyInclusion(claim)),
      limit: many(500 * proof.length, () => sm3Digest(pair)),
      against: 'hashed and no more',
      goal: 0.8,
    }),
  ]
}

/** One durable commit of many rows against as many commits of one. */
async function rowsTogether({ databaseUrl }: Ground): Promise<Figure> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('create table bar_row (id bigserial primary key, body bytea not null)')
    const body = createHash('sm3').update('row').digest()
    const single = async () => {
      const began = performance.now()
      for (let i = 0; i < 200; i += 1) {
        await client.query('insert into bar_row (body) values ($1)', [body])
      }
      return perSecond(200, performance.now() - began)
    }
    const together = async () => {
      const began = performance.now()
      const bodies = Array.from({ length: batch }, () => body)
      await client.query('insert into bar_row (body) select * from unnest($1::bytea[])', [bodies])
      return perSecond(batch, performance.now() - began)
    }
    const some: { one: number; all: number }[] = []
    for (let i = 0; i < rounds; i += 1) some.push({ one: await single(), all: await together() })
    const one = median(some.map((round) => round.one))
    const all = median(some.map((round) => round.all))
    return {
      what: `rows in commits of ${batch} (B-07)`,
      value: `${all.toFixed(0)}/s`,
      against: `${one.toFixed(0)}/s one by one`,
      ratio: all / one,
      goal: '>= 30',
      met: all / one >= 30,
    }
  } finally {
    await client.end()
  }
}
