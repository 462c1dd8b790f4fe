-- SPDX-License-Identifier: Apache-2.0
-- Sealed bids beside the events that name them: envelope and event are one commit and one flush, and
-- no envelope is left over from an act that was refused. No public route reads this table.

create table sealed_content (
  region text not null,
  stream text collate "C" not null,
  -- SM3 of the bytes, as the event names it.
  digest text not null,
  bytes bytea not null,
  primary key (region, stream, digest)
);
