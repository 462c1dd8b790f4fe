// SPDX-License-Identifier: Apache-2.0
/** The tables as TypeScript sees them; a test compares this page with the migrated database. */

import type { CivilDate, Instant, Json } from '@gongxin/core/kernel'
import type { ColumnType, Generated } from 'kysely'

/** A JSON column: read as a value, written as its text. */
type JsonColumn = ColumnType<Json, string, string>
/** A JSON column that may be left out and then is an empty object. */
type DefaultedJson = ColumnType<Json, string | undefined, string>
type JsonOrNull = ColumnType<Json | null, string | null, string | null>

export interface EventTable {
  region: string
  stream: string
  seq: number
  type: string
  at: Instant
  entry: Uint8Array
  hash: Uint8Array
}

export interface PayloadTable {
  region: string
  stream: string
  seq: number
  salt: Uint8Array | null
  body: JsonOrNull
  origin_salt: Uint8Array | null
  origin: JsonOrNull
}

export interface TenderTable {
  region: string
  id: string
  phase: string
  suspended: Generated<boolean>
  kind: string
  title: string
  line: string
  district: string | null
  owner: string | null
  agency: string | null
  authority: string | null
  ceiling_fen: number | null
  bid_deadline: Instant | null
  opened_on: CivilDate | null
  version: number
  updated_at: Instant
  doc: JsonColumn
  search: string | null
  search_version: Generated<number>
}

export interface NoticeTable {
  region: string
  stream: string
  id: string
  kind: string
  published_at: Instant
  title: string
  body: string
  district: string | null
  line: string | null
  doc: DefaultedJson
  search: string | null
  search_version: Generated<number>
}

export interface BidTable {
  region: string
  tender: string
  bidder: string
  state: string
  version: number
  updated_at: Instant
  doc: JsonColumn
}

export interface TaskTable {
  region: string
  organisation: string
  stream: string
  id: string
  act: string
  title: Generated<string>
  due_at: Instant | null
  why: string
  done_at: Instant | null
}

export interface InboxMessageTable {
  region: string
  organisation: string
  id: string
  stream: string | null
  subject: string
  body: string
  delivered_at: Instant
  read_at: Instant | null
}

export interface OrganisationTable {
  region: string
  id: string
  name: string
  kind: string
  roles: Generated<string[]>
  doc: DefaultedJson
  created_at: Instant
  updated_at: Instant
}

export interface AccountTable {
  region: string
  id: string
  login: string
  name: string
  password_hash: string | null
  state: Generated<string>
  doc: DefaultedJson
  created_at: Instant
}

export interface MembershipTable {
  region: string
  account: string
  organisation: string
  role: string
  since: Instant
  ended_at: Instant | null
}

export interface PasskeyTable {
  region: string
  id: string
  account: string
  public_key: Uint8Array
  counter: Generated<number>
  transports: Generated<string[]>
  created_at: Instant
  used_at: Instant | null
}

export interface SessionTable {
  region: string
  digest: string
  account: string
  organisation: string | null
  role: string | null
  persona: string | null
  created_at: Instant
  expires_at: Instant
  stepped_up_until: Instant | null
}

export interface SingleUseTable {
  region: string
  digest: string
  kind: string
  account: string | null
  bound: string
  expires_at: Instant
}

export interface IdempotencyTable {
  region: string
  account: string
  key: string
  digest: string
  status: number
  answer: JsonOrNull
  at: Instant
}

export interface OutboxTable {
  region: string
  stream: string
  id: string
  kind: string
  payload: JsonColumn
  created_at: Instant
  attempts: Generated<number>
  locked_until: Instant | null
  last_error: string | null
  done_at: Instant | null
}

export interface JobTable {
  region: string
  stream: string
  dedupe: string
  kind: string
  payload: DefaultedJson
  run_at: Instant
  attempts: Generated<number>
  locked_until: Instant | null
  last_error: string | null
  done_at: Instant | null
}

export interface DraftTable {
  region: string
  organisation: string
  stream: string
  kind: string
  body: JsonColumn
  saved_at: Instant
}

export interface FileTable {
  region: string
  digest: string
  size: number
  media_type: string
  name: string
  stored_at: Instant
}

export interface FileLinkTable {
  region: string
  stream: string
  digest: string
  access: 'public' | 'restricted' | 'sealed'
  name: string
  owner: string | null
  linked_at: Instant
}

export interface SealedContentTable {
  region: string
  stream: string
  digest: string
  bytes: Uint8Array
}

export interface SettingTable {
  region: string
  name: string
  value: JsonColumn
}

export interface DepositAccountTable {
  region: string
  number: string
  tender: string
  bidder: string
  bidder_name: string
}

export interface LogOutboxTable {
  region: string
  stream: string
  seq: number
}

export interface LogEpochTable {
  region: string
  epoch: number
  began_at: Instant
}

export interface LogEntryTable {
  region: string
  idx: number
  stream: string
  seq: number
  sm3: Uint8Array
  sha256: Uint8Array
}

export interface LogTileTable {
  region: string
  algorithm: string
  level: number
  idx: number
  bytes: Uint8Array
  root: Uint8Array
}

export interface LogCheckpointTable {
  region: string
  size: number
  epoch: number
  at: Instant
  sm3_note: Uint8Array
  sha256_note: Uint8Array
}

export interface LogCosignatureTable {
  region: string
  size: number
  witness: string
  line: Uint8Array
  at: Instant
}

export interface VaultTable {
  region: string
  tender: string
  position: number
  capacity: number
  seed: Uint8Array
  sealed_for: Instant | null
  sealed_tick: number | null
  sealed_seq: number | null
  super_path: Uint8Array | null
}

export interface VaultHeadTable {
  region: string
  tender: string
  ticket: string
  slot: number
  value: Uint8Array
}

export interface VaultTickTable {
  region: string
  stream: string
  tick: number
  seq: number
  vaults: JsonColumn
}

export interface StampTable {
  region: string
  stream: string
  seq: number
  hash: Uint8Array
  token: Uint8Array | null
  why: string
}

export interface Tables {
  event: EventTable
  payload: PayloadTable
  tender: TenderTable
  notice: NoticeTable
  bid: BidTable
  task: TaskTable
  inbox_message: InboxMessageTable
  organisation: OrganisationTable
  account: AccountTable
  membership: MembershipTable
  passkey: PasskeyTable
  session: SessionTable
  single_use: SingleUseTable
  idempotency: IdempotencyTable
  outbox: OutboxTable
  job: JobTable
  draft: DraftTable
  file: FileTable
  file_link: FileLinkTable
  sealed_content: SealedContentTable
  setting: SettingTable
  deposit_account: DepositAccountTable
  vault: VaultTable
  vault_head: VaultHeadTable
  vault_tick: VaultTickTable
  stamp: StampTable
  log_outbox: LogOutboxTable
  log_epoch: LogEpochTable
  log_entry: LogEntryTable
  log_tile: LogTileTable
  log_checkpoint: LogCheckpointTable
  log_cosignature: LogCosignatureTable
}
