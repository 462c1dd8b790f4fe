// SPDX-License-Identifier: Apache-2.0
/** For tests only: the public store and the cabinet, each over a database of its own. */

import { createStore } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import { createCabinet } from './index.ts'

export async function testStores(folder: string) {
  const [open, closed] = [await testDatabase(), await testDatabase()]
  const store = createStore(open)
  const cabinet = createCabinet({ ...closed, folder })
  const close = async () => {
    await Promise.all([store.close(), cabinet.store.close()])
  }
  return { store, cabinet, close }
}
