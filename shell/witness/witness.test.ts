// SPDX-License-Identifier: Apache-2.0
/** Five witnesses over HTTP: four make a quorum, none signs two histories, none forgets. */

import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { concat, findBytes, utf8 } from '@gongxin/trust/canonical'
import {
  checkpointText,
  findNote,
  verifyCheckpoint,
  verifyInclusion,
  writeNote,
} from '@gongxin/trust/log'
import { sm3Digest } from '@gongxin/trust/suites'
import { afterAll, describe, expect, test } from 'vitest'
import type { Clock } from '../clock/index.ts'
import { stage } from '../http/testing.ts'
import { createLog, type Log, logSigners } from '../log/index.ts'
import { chainsIn } from '../log/testing.ts'
import { type RunningWitness, startWitness } from './index.ts'

const names = ['监督', '审计', '高校', '协会', '南宁']

interface Ground {
  readonly append: ReturnType<typeof chainsIn>
  readonly witnesses: readonly RunningWitness[]
  readonly log: Log
  readonly clock: Clock
  readonly keys: string
  readonly url: string
  readonly folder: string
  start(name: string, port?: number): Promise<RunningWitness>
  /** Numbers what waits and shows it to all. */
  show(): Promise<void>
}

async function ground(): Promise<Ground> {
  const { app, deps } = await stage()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-witness-'))
  const start = (name: string, port = 0) => {
    const of = { folder: join(folder, name), name, host: '127.0.0.1', port, demo: true }
    return startWitness({ ...of, log: new URL('/log/', url) })
  }
  const witnesses = await Promise.all(names.map((name) => start(name)))
  const { store, clock, config } = deps
  const places = witnesses.map(({ url: at }) => ({ url: new URL(`${at}/`), key: undefined }))
  const { dataFolder } = config
  const log = await createLog({ store, clock, dataFolder, witnesses: places })
  afterAll(async () => {
    await log.close()
    await Promise.all(witnesses.map(({ stop }) => stop()))
    await rm(folder, { recursive: true, force: true })
  })
  const append = chainsIn(store, clock.now)
  return {
    ...{ append, witnesses, log, clock, url, folder, start, keys: join(dataFolder, 'keys') },
    async show() {
      await deps.log.sequence()
      await log.publish()
      await log.settled()
    },
  }
}

const way = ['ProjectRegistered', 'FilingNotified', 'EntryAdmitted', 'NoticePublished']

function post({ url }: { readonly url: string }, body: Uint8Array<ArrayBuffer> | string) {
  return fetch(`${url}/add-checkpoint`, { method: 'POST', body })
}

async function attested({ log, witnesses, keys }: Ground) {
  const bytes = await log.checkpoint('SM3')
  const note = bytes === null ? undefined : findNote(bytes)
  if (note === undefined) return null
  const { SM3 } = await logSigners(keys, 'gongxin/450200')
  const verdict = verifyCheckpoint(note, {
    origin: 'gongxin/450200',
    logKeys: [SM3.key],
    witnesses: witnesses.map(({ witness }) => witness.key),
    quorum: 4,
  })
  return verdict.ok ? [verdict.checkpoint.size, verdict.cosignatures.length] : verdict.fault
}

describe('a log that keeps to the order', async () => {
  const of = await ground()

  test('is attested by all, and mirrored to the byte', async () => {
    await of.append('tender/T', ...way)
    await of.append('bid/T/1', 'DocumentDownloaded', 'BidSubmitted')
    await of.append('bid/T/2', 'BidSubmitted', 'BidWithdrawn')
    expect(await attested(of)).toBeNull()
    await of.show()
    expect(await attested(of)).toEqual([4, 5])
    await of.append('tender/T', 'BiddingClosed', 'BidsTakenUp', 'TenderFailed')
    await of.show()
    expect(await attested(of)).toEqual([11, 5])
    const [own, first] = await Promise.all(
      [`${of.url}/log`, of.witnesses[0]?.url].map(async (at) =>
        (await fetch(`${at}/tile/entries/000.p/11`)).arrayBuffer(),
      ),
    )
    expect(first).toEqual(own)
    expect((await fetch(`${of.witnesses[0]?.url}/tile/entries/000.p/12`)).status).toBe(404)
  })

  test('a witness cosigns by the hour of the demo', async () => {
    const tenDaysMs = 10 * 86_400_000
    await of.clock.move({ byMs: tenDaysMs })
    await of.append('tender/T', 'RetenderOpened')
    await of.show()
    const note = findNote((await of.witnesses[0]?.witness.checkpoint()) ?? new Uint8Array())
    const seconds = Buffer.from(note?.lines[1]?.signature ?? []).readBigUInt64BE()
    const aheadMs = Number(seconds) * 1000 - Date.now()
    expect(Math.abs(aheadMs - tenDaysMs)).toBeLessThan(3_600_000)
  })

  test('every attested entry is proved below the root that was signed', async () => {
    const { latest, attested: state } = await of.log.standing()
    for (const [seq, type] of way.entries()) {
      const line = latest.find((one) => one.type === type)
      const proof = await of.log.inclusion('tender/T', seq)
      expect(proof).toMatchObject({ idx: line?.idx, root: state?.root })
      const bytes = [line?.leaf ?? '', proof?.root ?? '', ...(proof?.path ?? [])].map(findBytes)
      const [leaf, root, ...path] = bytes.filter((one) => one !== undefined)
      if (leaf === undefined || root === undefined || proof === null) throw new Error('no proof')
      const claim = { leaf, index: proof.idx, size: proof.size, proof: path, root }
      expect(verifyInclusion(claim)).toBe(true)
    }
    expect(await of.log.inclusion('bid/T/1', 9)).toBeNull()
  })

  test('needs four of five', async () => {
    await of.witnesses[4]?.stop()
    await of.append('tender/U', ...way)
    await of.show()
    expect(await attested(of)).toEqual([16, 4])
    await of.witnesses[3]?.stop()
    await of.append('tender/U', 'BiddingClosed')
    await of.show()
    expect(await attested(of)).toEqual([16, 4])
    const { recorded, attested: seen, witnesses } = await of.log.standing()
    expect([recorded?.size, seen?.size]).toEqual([17, 16])
    expect(witnesses.map((one) => one.seen?.size).sort()).toEqual([12, 16, 17, 17, 17])
  })
})

test('a witness that was killed half way through a write goes on where it signed', async () => {
  const of = await ground()
  await of.append('tender/T', ...way.slice(0, 2))
  await of.show()
  const [killed] = of.witnesses
  if (killed === undefined) throw new Error('no witness')
  const port = Number(new URL(killed.url).port)
  await killed.stop()
  const mirror = join(of.folder, names[0] ?? '', 'tile/entries/000')
  await appendFile(mirror, Buffer.from([0, 200, 123, 34]))
  const again = await of.start(names[0] ?? '', port)
  await of.append('tender/T', ...way.slice(2))
  await of.show()
  expect(await attested(of)).toEqual([4, 5])
  await again.stop()
  // A mirror that no longer comes to what was signed is no witness any more.
  const bytes = await readFile(mirror)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await appendFile(mirror, '')
  await rm(mirror)
  await appendFile(mirror, bytes)
  await expect(of.start(names[0] ?? '')).rejects.toThrow('mirror')
})

test('a log that breaks the order of a tender is recorded and not attested', async () => {
  const of = await ground()
  await of.append('tender/T', ...way, 'OpeningStarted')
  await of.show()
  expect(await attested(of)).toBeNull()
  expect((await of.log.standing()).recorded?.size).toBe(5)
})

describe('a log that shows two histories', async () => {
  const of = await ground()
  await of.append('tender/T', ...way)
  await of.show()
  const [witness, other] = of.witnesses
  if (witness === undefined || other === undefined) throw new Error('no witness')
  const { SM3 } = await logSigners(of.keys, 'gongxin/450200')
  const checkpoint = { origin: 'gongxin/450200', size: 4, root: sm3Digest(utf8('other')) }
  const signed = (change: Partial<Parameters<typeof checkpointText>[0]> = {}) => {
    const time = '2026-11-24T01:00:00.000Z'
    const text = checkpointText({ ...checkpoint, algorithm: 'SM3', time, ...change })
    return writeNote({ text, lines: [SM3.sign(text)] })
  }
  const shown = (old: number, note: Uint8Array) => concat(utf8(`old ${old}\n\n`), note)

  test.each([
    ['another size than the witness has', 409, shown(3, signed())],
    ['another log', 404, shown(4, signed({ origin: 'gongxin/450100' }))],
    ['no proof for what it grew by', 422, shown(4, signed({ size: 5 }))],
    ['a larger size than its own', 400, shown(9, signed())],
    ['no note', 400, utf8('old 4\n\n\n')],
    ['no old size', 400, utf8('new 4\n\n')],
    [
      'a signature of somebody else',
      403,
      shown(
        4,
        utf8(
          `${checkpointText({
            ...checkpoint,
            algorithm: 'SM3',
            time: 'now',
          })}\n— nobody AAAAAAAA\n`,
        ),
      ),
    ],
  ])('%s: %i', async (_, status, body) => {
    // The first would be the evidence itself, so it goes to a witness that is asked of nothing else.
    const answer = await post(status === 409 ? other : witness, body)
    expect(answer.status).toBe(status)
    if (status === 409) expect(await answer.text()).toBe('4\n')
  })

  test('is refused, and both notes are shown to everybody', async () => {
    expect((await fetch(`${witness.url}/conflict`)).status).toBe(404)
    expect((await post(witness, shown(4, signed()))).status).toBe(409)
    const { notes } = await (await fetch(`${witness.url}/conflict`)).json()
    expect(notes).toHaveLength(2)
    for (const text of notes) expect(findNote(utf8(text))?.text).toContain('gongxin/450200\n4\n')
    expect(notes[0]).not.toBe(notes[1])
  })

  test('gets nothing more signed by whoever has seen it, before and after a restart', async () => {
    await of.append('tender/T', 'BiddingClosed')
    await of.show()
    expect((await of.log.standing()).witnesses.map(({ seen }) => seen?.size).sort()).toEqual([
      ...[4, 4, 5, 5, 5],
    ])
    await witness.stop()
    const again = await of.start(names[0] ?? '')
    expect((await post(again, shown(4, signed()))).status).toBe(403)
    await again.stop()
  })
})
