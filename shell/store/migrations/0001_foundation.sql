-- SPDX-License-Identifier: Apache-2.0
-- The store of record. Every table is keyed by region first, then by stream where it has one, and
-- no key points across streams: region is the distribution column on a distributed engine.

create extension if not exists pg_trgm;

-- Streams sort by bytes, so that all streams of one prefix are one range of the key.
create table event (
  region text not null,
  stream text collate "C" not null,
  seq bigint not null check (seq >= 0),
  type text not null,
  at timestamptz not null,
  entry bytea not null,
  hash bytea not null,
  primary key (region, stream, seq)
);

create table payload (
  region text not null,
  stream text collate "C" not null,
  seq bigint not null,
  -- Null after an erasure: the digest in the entry then names nothing anybody can find again.
  salt bytea,
  body jsonb,
  origin_salt bytea,
  origin jsonb,
  primary key (region, stream, seq)
);

-- A second lock behind the grants: what has happened is not edited.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name;
end $$;
create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();

create table tender (
  region text not null,
  id text not null,
  phase text not null,
  suspended boolean not null default false,
  kind text not null,
  title text not null,
  line text not null,
  district text,
  owner text,
  agency text,
  authority text,
  ceiling_fen bigint,
  bid_deadline timestamptz,
  opened_on date,
  version bigint not null,
  updated_at timestamptz not null,
  doc jsonb not null,
  search tsvector,
  search_version integer not null default 0,
  primary key (region, id)
);
create index tender_recent on tender (region, updated_at desc, id);
create index tender_phase on tender (region, phase, bid_deadline);
create index tender_owner on tender (region, owner);
create index tender_agency on tender (region, agency);
create index tender_authority on tender (region, authority);
create index tender_search on tender using gin (search);

create table notice (
  region text not null,
  stream text not null,
  id text not null,
  kind text not null,
  published_at timestamptz not null,
  title text not null,
  body text not null,
  district text,
  line text,
  doc jsonb not null default '{}',
  search tsvector,
  search_version integer not null default 0,
  primary key (region, stream, id)
);
create index notice_recent on notice (region, published_at desc, id);
create index notice_kind on notice (region, kind, published_at desc);
create index notice_search on notice using gin (search);

-- Sealed until the deadline: no public route reads it.
create table bid (
  region text not null,
  tender text not null,
  bidder text not null,
  state text not null,
  version bigint not null,
  updated_at timestamptz not null,
  doc jsonb not null,
  primary key (region, tender, bidder)
);
create index bid_bidder on bid (region, bidder, updated_at desc);

create table task (
  region text not null,
  organisation text not null,
  stream text not null,
  id text not null,
  act text not null,
  title text not null default '',
  due_at timestamptz,
  why text not null,
  done_at timestamptz,
  primary key (region, organisation, stream, id)
);
create index task_open on task (region, organisation, due_at) where done_at is null;

create table inbox_message (
  region text not null,
  organisation text not null,
  id text not null,
  stream text,
  subject text not null,
  body text not null,
  delivered_at timestamptz not null,
  read_at timestamptz,
  primary key (region, organisation, id)
);
create index inbox_message_recent on inbox_message (region, organisation, delivered_at desc);

create table organisation (
  region text not null,
  id text not null,
  name text not null,
  kind text not null,
  roles text[] not null default '{}',
  doc jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (region, id)
);
create index organisation_name on organisation using gin (name gin_trgm_ops);

create table account (
  region text not null,
  id text not null,
  login text not null,
  name text not null,
  password_hash text,
  state text not null default 'active',
  doc jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (region, id),
  unique (region, login)
);

create table membership (
  region text not null,
  account text not null,
  organisation text not null,
  role text not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (region, account, organisation, role)
);
create index membership_organisation on membership (region, organisation);

create table passkey (
  region text not null,
  id text not null,
  account text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (region, id)
);
create index passkey_account on passkey (region, account);

create table session (
  region text not null,
  -- Digest of the token; the token itself is kept by the browser alone.
  digest text not null,
  account text not null,
  organisation text,
  role text,
  persona text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_until timestamptz,
  primary key (region, digest)
);
create index session_account on session (region, account);
create index session_expiry on session (region, expires_at);

create table idempotency (
  region text not null,
  account text not null,
  key text not null,
  digest text not null,
  status integer not null,
  answer jsonb,
  at timestamptz not null,
  primary key (region, account, key)
);
create index idempotency_at on idempotency (region, at);

create table outbox (
  region text not null,
  stream text not null,
  id text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  done_at timestamptz,
  primary key (region, stream, id)
);
create index outbox_open on outbox (region, created_at) where done_at is null;

create table job (
  region text not null,
  stream text not null,
  dedupe text not null,
  kind text not null,
  payload jsonb not null default '{}',
  run_at timestamptz not null,
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  done_at timestamptz,
  primary key (region, stream, dedupe)
);
create index job_open on job (region, run_at) where done_at is null;

create table draft (
  region text not null,
  organisation text not null,
  stream text not null,
  kind text not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (region, organisation, stream, kind)
);

create table file (
  region text not null,
  digest text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamptz not null,
  primary key (region, digest)
);

create table file_link (
  region text not null,
  stream text not null,
  digest text not null,
  access text not null check (access in ('public', 'restricted', 'sealed')),
  name text not null,
  owner text,
  linked_at timestamptz not null,
  primary key (region, stream, digest)
);
create index file_link_digest on file_link (region, digest);

create table setting (
  region text not null,
  name text not null,
  value jsonb not null,
  primary key (region, name)
);
