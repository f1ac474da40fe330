/** Key and value in IndexedDB: where every engine saves to and opens from. */
export interface BlobStore {
  put(key: string, value: unknown): Promise<void>;
  get(key: string): Promise<unknown>;
  delete(key: string): Promise<void>;
  keys(prefix: string): Promise<readonly string[]>;
}

const TABLE = "blobs";

/** Opens the benchmark's own database. */
export async function openBlobStore(): Promise<BlobStore> {
  const opening = indexedDB.open("atlas-bench", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await settle(opening);
  const read = () => database.transaction(TABLE).objectStore(TABLE);

  async function write(change: (table: IDBObjectStore) => void): Promise<void> {
    const transaction = database.transaction(TABLE, "readwrite");
    change(transaction.objectStore(TABLE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("Cannot write: transaction aborted"));
    });
  }

  return {
    put: (key, value) => write((table) => table.put(value, key)),
    get: (key) => settle(read().get(key)),
    delete: (key) => write((table) => table.delete(key)),
    keys: async (prefix) =>
      (await settle(read().getAllKeys())).map(String).filter((key) => key.startsWith(prefix)),
  };
}

export function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("Cannot read the benchmark's database"));
  });
}
