import type { IDBFactory } from "fake-indexeddb";

/** Counts a table's rows directly: the store does not show unreferenced rows. */
export function countRows(indexedDB: IDBFactory, table: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("atlas-test");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction(table).objectStore(table).count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
