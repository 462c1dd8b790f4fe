-- SPDX-License-Identifier: Apache-2.0
-- Time stamps of an outside authority over entries; asked for once, right after the entry was made.

create table stamp (
  region text not null,
  stream text not null,
  seq bigint not null,
  -- Leaf hash of the entry: what was stamped, and what the bidder's receipt names.
  hash bytea not null check (octet_length(hash) = 32),
  -- Null where the authority did not answer in time; then there is none for good.
  token bytea,
  why text not null default '',
  primary key (region, stream, seq)
);
