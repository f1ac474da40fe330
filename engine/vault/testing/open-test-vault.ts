import { IDBFactory } from "fake-indexeddb";
import type { UseStore } from "idb-keyval";
import type { SessionKeys } from "../../ports/session-keys";
import { createVault } from "../create-vault";
import type { Vault } from "../vault";

/** What persists when a service worker ends: the disk, and the memory of the browser's session. */
export interface TestBrowser {
  readonly store: UseStore;
  readonly sessionKeys: SessionKeys;
}

export function createTestBrowser(): TestBrowser {
  return { store: createMemoryStore(), sessionKeys: createMemorySession() };
}

/**
 * The real vault over an in-memory IndexedDB; opening it with the same browser is a restart of the service worker.
 */
export function openTestVault(browser: TestBrowser = createTestBrowser()): Vault {
  // One iteration of PBKDF2, because the cost of guessing is not tested.
  return createVault({ ...browser, iterations: 1 });
}

/** As idb-keyval's `createStore`, over an injected factory. */
function createMemoryStore(): UseStore {
  const request = new IDBFactory().open("atlas-vault");
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore("vault");
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    request.onerror = () => reject(request.error);
  });
  return async (mode, callback) => callback((await opened).transaction("vault", mode).objectStore("vault"));
}

export function createMemorySession(): SessionKeys {
  let kept: string | undefined;
  return {
    get: async () => kept,
    set: async (text) => {
      kept = text;
    },
    delete: async () => {
      kept = undefined;
    },
  };
}
