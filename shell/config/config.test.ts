// SPDX-License-Identifier: Apache-2.0
/** Configuration has safe defaults, says which field is wrong, and never shows a secret. */

import { resolve } from 'node:path'
import { type NoteKey, noteKeyText } from '@gongxin/trust/log'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { expect, it } from 'vitest'
import { ConfigFault, printableConfig, readConfig } from './index.ts'

const publicKey = sm2PublicKey(new Uint8Array(32).fill(7)) ?? new Uint8Array()
const key: NoteKey = { name: '审计局', kind: 'sm2-cosigner', publicKey }

it('an empty environment is a production server of 柳州 on its own database', () => {
  expect(readConfig({ PORT: '' })).toEqual({
    port: 3000,
    dataFolder: resolve('.gongxin'),
    databaseUrl: undefined,
    vaultDatabaseUrl: undefined,
    mode: 'production',
    seed: 1,
    region: '450200',
    bidOrigin: undefined,
    filesOrigin: undefined,
    bankUrl: undefined,
    bankKey: undefined,
    smtpUrl: undefined,
    witnesses: [],
    vaultSlots: 256,
  })
})

it('witnesses are named by key and address, and a key may be missing in a demo alone', () => {
  const keyed = `${noteKeyText(key)}@https://witness.example/gx`
  const demo = 'http://127.0.0.1:4001'
  const read = (mode: string, ...places: string[]) =>
    readConfig({ GONGXIN_MODE: mode, GONGXIN_WITNESSES: places.join(' ') }).witnesses
  expect(read('production', keyed)).toEqual([{ url: new URL('https://witness.example/gx/'), key }])
  expect(read('demo', demo, keyed).map((place) => place.key?.name)).toEqual([undefined, '审计局'])
  expect(() => read('production', keyed, demo)).toThrow(/GONGXIN_WITNESSES/)
  expect(() => read('demo', 'ftp://127.0.0.1')).toThrow(/GONGXIN_WITNESSES/)
  expect(() => read('demo', keyed.replace('+', '+0'))).toThrow(/GONGXIN_WITNESSES/)
})

it('a module without its code is a fault, and the code is never part of what is kept or printed', () => {
  const GONGXIN_HSM_URL = 'http://127.0.0.1:4002'
  expect(() => readConfig({ GONGXIN_HSM_URL })).toThrow(/GONGXIN_HSM_PIN/)
  const config = readConfig({ GONGXIN_HSM_URL, GONGXIN_HSM_PIN: 'secret-code' })
  expect(config.hsmUrl).toBe(GONGXIN_HSM_URL)
  expect(JSON.stringify([config, printableConfig(config)])).not.toContain('secret-code')
})

it('a vault has a power of two of slots', () => {
  expect(readConfig({ GONGXIN_VAULT_SLOTS: '1024' }).vaultSlots).toBe(1024)
  for (const GONGXIN_VAULT_SLOTS of ['300', '128', '131072']) {
    expect(() => readConfig({ GONGXIN_VAULT_SLOTS })).toThrow(/GONGXIN_VAULT_SLOTS/)
  }
})

it('a fault names the field and keeps the value to itself', () => {
  const read = () => readConfig({ PORT: '99999', DATABASE_URL: 'mysql://me:secret@db/x' })
  expect(read).toThrow(ConfigFault)
  expect(read).toThrow(/PORT.*DATABASE_URL/)
  expect(read).not.toThrow(/secret/)
})

it('what is printed holds no password', () => {
  const config = readConfig({
    DATABASE_URL: 'postgresql://me:secret@db.example:5433/gx',
    GONGXIN_SMTP_URL: 'smtps://me:secret@relay.example:465',
  })
  expect(JSON.stringify(printableConfig(config))).not.toContain('secret')
  expect(printableConfig(config).database).toBe('outside, db.example:5433')
  expect(printableConfig(config).mail).toBe('relay, relay.example:465')
})

it('an address of a relay carries no options that loosen its encryption', () => {
  const loose = 'smtp://relay.example?tls.rejectUnauthorized=false'
  for (const GONGXIN_SMTP_URL of [loose, 'http://relay.example', 'relay.example']) {
    expect(() => readConfig({ GONGXIN_SMTP_URL })).toThrow(/GONGXIN_SMTP_URL/)
  }
})
