-- SPDX-License-Identifier: Apache-2.0
-- The vault of each tender, what stands in its slots, and what the city's last root was made of.

create table vault (
  region text not null,
  tender text not null,
  -- Place under the root of the city, for the whole life of the tender.
  position integer not null check (position between 0 and 65535),
  capacity integer not null,
  -- Secret until the deadline; no public route reads this table.
  seed bytea not null check (octet_length(seed) = 32),
  -- The deadline for which the last tick was taken, that tick, its number in the stream of the
  -- platform, and the sixteen neighbours up to the root of the city.
  sealed_for timestamptz,
  sealed_tick bigint,
  sealed_seq bigint,
  super_path bytea check (octet_length(super_path) = 512),
  primary key (region, tender),
  unique (region, position)
);

-- Head of each slot in use; the ticket is blinded with the seed, and nobody's name is here.
create table vault_head (
  region text not null,
  tender text not null,
  ticket text not null,
  slot integer not null check (slot >= 0),
  value bytea not null check (octet_length(value) = 32),
  primary key (region, tender, ticket),
  unique (region, tender, slot)
);

-- The last tick alone: root of each vault, and the heads that it committed to.
create table vault_tick (
  region text not null,
  stream text not null,
  tick bigint not null,
  seq bigint not null,
  vaults jsonb not null,
  primary key (region, stream)
);
