-- SPDX-License-Identifier: Apache-2.0
-- Secrets that work once and soon: confirmations of an act, challenges of a passkey.

create table single_use (
  region text not null,
  -- Digest of the secret; the secret itself is kept by the browser alone.
  digest text not null,
  kind text not null,
  account text,
  -- What it is good for: tender, act and digest of the body, or the login.
  bound text not null,
  expires_at timestamptz not null,
  primary key (region, digest)
);
create index single_use_expiry on single_use (region, expires_at);
