// SPDX-License-Identifier: Apache-2.0
/** Configuration from the environment, checked once at the door. */

import { resolve } from 'node:path'
import { z } from '@gongxin/core/kernel'
import { findPlace, type WitnessPlace } from '../log/index.ts'

export interface Config {
  readonly port: number
  /** Absolute path of the folder of the embedded database and of files. */
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** Secret where it holds a password; beside the other database where nothing is said. */
  readonly vaultDatabaseUrl: string | undefined
  readonly mode: 'demo' | 'production'
  readonly seed: number
  /** Code of the administrative division that every row is keyed by. */
  readonly region: string
  readonly bidOrigin: string | undefined
  readonly filesOrigin: string | undefined
  readonly bankUrl: string | undefined
  /** Certification authority; without it a demo seals uncertified, and production not at all. */
  readonly caUrl: string | undefined
  /** Time-stamp authority; without it no moment is attested from outside. */
  readonly tsaUrl: string | undefined
  /** Cryptographic module with the key that signs papers; without it that key is a file. */
  readonly hsmUrl: string | undefined
  /** Secret by which the bank proves its notices; without it none is heard. */
  readonly bankKey: string | undefined
  /** Secret where it holds a password; without it letters stay in a folder. */
  readonly smtpUrl: string | undefined
  /** Slots of a vault: as many bids as one tender may get. */
  readonly vaultSlots: number
  /** Who cosigns the public log. */
  readonly witnesses: readonly WitnessPlace[]
}

/** The environment is wrong; the message names the fields and never repeats their values. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

type Environment = Readonly<Record<string, string | undefined>>

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const address = (protocol: RegExp) => z.url({ protocol }).optional()

/** Places of witnesses with blanks between them; a key may be missing in a demo alone. */
const witnesses = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
  .pipe(z.array(z.string().refine((part) => findPlace(part) !== undefined)))
  .transform((parts) => parts.map(findPlace).filter((place) => place !== undefined))

const shape = z.object({
  PORT: whole(0, 65_535).default(3_000),
  GONGXIN_DATA: z.string().default('./.gongxin'),
  DATABASE_URL: address(/^postgres(ql)?$/),
  GONGXIN_VAULT_DATABASE_URL: address(/^postgres(ql)?$/),
  // The careful one: `npm start` asks for a demo by name.
  GONGXIN_MODE: z.enum(['demo', 'production']).default('production'),
  GONGXIN_SEED: whole(0, Number.MAX_SAFE_INTEGER).default(1),
  GONGXIN_REGION: z
    .string()
    .regex(/^\d{6}$/)
    .default('450200'),
  GONGXIN_BID_ORIGIN: address(/^https?$/),
  GONGXIN_FILES_ORIGIN: address(/^https?$/),
  GONGXIN_BANK_URL: address(/^https?$/),
  GONGXIN_CA_URL: address(/^https?$/),
  GONGXIN_TSA_URL: address(/^https?$/),
  GONGXIN_HSM_URL: address(/^https?$/),
  GONGXIN_HSM_KEY: whole(1, 9_999).optional(),
  GONGXIN_HSM_PIN: z.string().min(8).optional(),
  GONGXIN_CENTRE_CODE: z
    .string()
    .regex(/^[0-9A-Z]{18}$/)
    .optional(),
  GONGXIN_BANK_KEY: z.string().min(16).optional(),
  // Rules of encryption are ours, so an address carries no options of its own.
  GONGXIN_SMTP_URL: address(/^smtps?$/).refine((url) => !/[?#]/.test(url ?? '')),
  GONGXIN_VAULT_SLOTS: whole(256, 65_536)
    .refine((slots) => Number.isInteger(Math.log2(slots)))
    .default(256),
  GONGXIN_WITNESSES: witnesses,
})

export function readConfig(environment: Environment = process.env): Config {
  // An empty variable is one that was not set.
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const read = shape.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const faults = read.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`)
    throw new ConfigFault(`configuration is wrong: ${faults.join(', ')}`)
  }
  const values = read.data
  const nameless = values.GONGXIN_WITNESSES.some(({ key }) => key === undefined)
  if (nameless && values.GONGXIN_MODE === 'production') {
    throw new ConfigFault('configuration is wrong: GONGXIN_WITNESSES (keys are missing)')
  }
  if (values.GONGXIN_HSM_URL !== undefined && values.GONGXIN_HSM_PIN === undefined) {
    throw new ConfigFault('configuration is wrong: GONGXIN_HSM_PIN (missing)')
  }
  return {
    port: values.PORT,
    dataFolder: resolve(values.GONGXIN_DATA),
    databaseUrl: values.DATABASE_URL,
    vaultDatabaseUrl: values.GONGXIN_VAULT_DATABASE_URL,
    vaultSlots: values.GONGXIN_VAULT_SLOTS,
    mode: values.GONGXIN_MODE,
    seed: values.GONGXIN_SEED,
    region: values.GONGXIN_REGION,
    bidOrigin: values.GONGXIN_BID_ORIGIN,
    filesOrigin: values.GONGXIN_FILES_ORIGIN,
    bankUrl: values.GONGXIN_BANK_URL,
    caUrl: values.GONGXIN_CA_URL,
    tsaUrl: values.GONGXIN_TSA_URL,
    hsmUrl: values.GONGXIN_HSM_URL,
    bankKey: values.GONGXIN_BANK_KEY,
    smtpUrl: values.GONGXIN_SMTP_URL,
    witnesses: values.GONGXIN_WITNESSES,
  }
}

/** What may be printed: not the key of the bank, nor an address that carries a password. */
export function printableConfig(config: Config): Omit<
  Config,
  'databaseUrl' | 'vaultDatabaseUrl' | 'bankKey' | 'smtpUrl'
> & {
  database: string
  mail: string
} {
  const { databaseUrl, vaultDatabaseUrl: __, bankKey: _, smtpUrl, ...rest } = config
  return {
    ...rest,
    database: databaseUrl ? `outside, ${new URL(databaseUrl).host}` : 'embedded',
    mail: smtpUrl ? `relay, ${new URL(smtpUrl).host}` : 'folder',
  }
}
