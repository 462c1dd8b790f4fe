// SPDX-License-Identifier: Apache-2.0
/** What of a bid stays on the bidder's machine until it is sealed: the draft and its documents. */

const stores = ['drafts', 'documents'] as const
type StoreName = (typeof stores)[number]

/** The browser's own database; its errors come as rejections. */
function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open('gongxin-bids', 1)
    asked.onupgradeneeded = () => {
      for (const name of stores) asked.result.createObjectStore(name)
    }
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}

async function within<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(name, mode)
      const asked = work(transaction.objectStore(name))
      transaction.oncomplete = () => done(asked.result)
      transaction.onerror = () => fail(transaction.error)
      transaction.onabort = () => fail(transaction.error)
    })
  } finally {
    database.close()
  }
}

export interface DraftPlace {
  readonly tender: string
  readonly party: string
}

const draftKey = ({ tender, party }: DraftPlace) => `${tender} ${party}`

export async function findDraft(place: DraftPlace): Promise<unknown> {
  return within<unknown>('drafts', 'readonly', (store) => store.get(draftKey(place)))
}

export async function keepDraft(place: DraftPlace, body: unknown): Promise<void> {
  await within('drafts', 'readwrite', (store) => store.put(body, draftKey(place)))
}

/** By the digest of the content, as the bid names it. */
export async function keepDocument(digest: string, document: Blob): Promise<void> {
  await within('documents', 'readwrite', (store) => store.put(document, digest))
}

export async function findDocument(digest: string): Promise<Blob | undefined> {
  const found = await within<unknown>('documents', 'readonly', (store) => store.get(digest))
  return found instanceof Blob ? found : undefined
}
