-- SPDX-License-Identifier: Apache-2.0
-- Virtual accounts for bid deposits: sealed like the bids themselves, no public route reads them.

create table deposit_account (
  region text not null,
  number text not null,
  tender text not null,
  bidder text not null,
  bidder_name text not null,
  primary key (region, number)
);
