-- SPDX-License-Identifier: Apache-2.0
-- The public log: one tree for life. Everything here is only ever added; the outbox alone is emptied.

-- What waits for a number. Sealed streams write nothing here while they are sealed.
create table log_outbox (
  region text not null,
  stream text collate "C" not null,
  seq bigint not null,
  primary key (region, stream, seq)
);

-- Each leader of the sequencer takes the next epoch; whoever finds a later one has been replaced.
create table log_epoch (
  region text not null,
  epoch bigint not null check (epoch > 0),
  began_at timestamptz not null,
  primary key (region, epoch)
);

-- The place of an event in the tree, and its leaf under both hashes. The bytes stay with the event.
create table log_entry (
  region text not null,
  idx bigint not null check (idx >= 0),
  stream text collate "C" not null,
  seq bigint not null,
  sm3 bytea not null check (octet_length(sm3) = 32),
  sha256 bytea not null check (octet_length(sha256) = 32),
  primary key (region, idx),
  unique (region, stream, seq)
);

-- Full tiles only: one that is not yet full is read from the leaves or from the roots below it.
create table log_tile (
  region text not null,
  algorithm text not null check (algorithm in ('SM3', 'SHA-256')),
  level integer not null check (level >= 0),
  idx bigint not null check (idx >= 0),
  bytes bytea not null check (octet_length(bytes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (region, algorithm, level, idx)
);
alter table log_tile alter column bytes set storage external;

create table log_checkpoint (
  region text not null,
  size bigint not null check (size > 0),
  epoch bigint not null,
  at timestamptz not null,
  sm3_note bytea not null,
  sha256_note bytea not null,
  primary key (region, size)
);

create table log_cosignature (
  region text not null,
  size bigint not null,
  witness text not null,
  -- Key number and signature, as they stand in the line of the note.
  line bytea not null,
  at timestamptz not null,
  primary key (region, size, witness)
);
create index log_cosignature_witness on log_cosignature (region, witness, size desc);

create trigger log_epoch_is_append_only before update or delete on log_epoch
  for each row execute function refuse_change();
create trigger log_entry_is_append_only before update or delete on log_entry
  for each row execute function refuse_change();
create trigger log_tile_is_append_only before update or delete on log_tile
  for each row execute function refuse_change();
create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint
  for each row execute function refuse_change();
create trigger log_cosignature_is_append_only before update or delete on log_cosignature
  for each row execute function refuse_change();
create trigger log_outbox_is_not_edited before update on log_outbox
  for each row execute function refuse_change();

-- No gap in the numbers, whoever writes: added rows follow each other and what was there.
create function refuse_gap() returns trigger language plpgsql as $$
begin
  if exists (select from added group by region having max(idx) - min(idx) + 1 <> count(*))
    or exists (select from (select region, min(idx) as first from added group by region) a
      where a.first > 0 and not exists (select from log_entry e
        where e.region = a.region and e.idx = a.first - 1)) then
    raise exception 'numbers of the log have no gap';
  end if;
  return null;
end $$;
create trigger log_entry_has_no_gap after insert on log_entry referencing new table as added
  for each statement execute function refuse_gap();

-- What happened before there was a log gets its numbers first.
insert into log_outbox (region, stream, seq)
  select region, stream, seq from event where stream >= 'tender/' and stream < 'tender0';
