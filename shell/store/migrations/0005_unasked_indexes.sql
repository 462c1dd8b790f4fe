-- SPDX-License-Identifier: Apache-2.0
-- Indexes that only an hourly sweep asks. Each was written at every act, and a statement planned
-- while its table was small took one for the key and read all that had not run out yet.

drop index session_expiry;
drop index single_use_expiry;
drop index idempotency_at;
