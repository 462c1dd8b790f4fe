// SPDX-License-Identifier: Apache-2.0
/** 保险柜: what lies closed until a deadline, in a database and a folder of their own. */

import { createFileStore, type FileStore } from '../files/index.ts'
import { createStore, type Store } from '../store/index.ts'

/** Tickets, sealed bids, deposits and the seeds of the vaults: nothing outside tells of them. */
export interface Cabinet {
  readonly store: Store
  readonly files: FileStore
}

export interface CabinetOptions {
  readonly url: string
  readonly region?: string
  /** Folder of the sealed files. */
  readonly folder: string
}

/** Few: of both databases together no more than a usual server of PostgreSQL lends. */
const connections = 8

export function createCabinet({ folder, ...database }: CabinetOptions): Cabinet {
  const store = createStore({ ...database, logged: false, connections })
  return { store, files: createFileStore(folder) }
}
