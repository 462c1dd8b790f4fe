// SPDX-License-Identifier: Apache-2.0
/** Settings of the embedded server: modest with memory, never with durability. */

/** `durable: false` is for tests alone; a commit then survives only a clean stop. */
export function serverSettings(major: number, durable: boolean): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'timezone=UTC',
    'log_timezone=UTC',
    'shared_buffers=192MB',
    'effective_cache_size=1GB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'max_wal_size=1GB',
    // Nothing reads this log but recovery, and less of it is less to flush.
    'wal_level=minimal',
    'max_wal_senders=0',
    'jit=off',
    'random_page_cost=1.1',
    'shared_preload_libraries=',
    // Worker processes for reading ahead cost more than they bring on two cores.
    ...(major >= 18 ? ['io_method=sync'] : []),
    ...(durable
      ? ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
}
