// SPDX-License-Identifier: Apache-2.0
/** Configuration has safe defaults, says which field is wrong, and never shows a secret. */

import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ConfigFault, printableConfig, readConfig } from './index.ts'

it('an empty environment is a production server of 柳州 on its own database', () => {
  expect(readConfig({ PORT: '' })).toEqual({
    port: 3000,
    dataFolder: resolve('.gongxin'),
    databaseUrl: undefined,
    mode: 'production',
    seed: 1,
    region: '450200',
    bidOrigin: undefined,
    filesOrigin: undefined,
    bankUrl: undefined,
    bankKey: undefined,
    smtpUrl: undefined,
  })
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
