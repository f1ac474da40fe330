import { IDBFactory } from "fake-indexeddb";
import type { UseStore } from "idb-keyval";
import type { SessionKeys } from "../../ports/session-keys";
import { createVault } from "../create-vault";
import type { Vault } from "../vault";

/** What a vault leaves behind when its service worker ends: the disk, and the memory of the browser's session. */
export interface TestBrowser {
  readonly store: UseStore;
  readonly sessionKeys: SessionKeys;
}

export function createTestBrowser(): TestBrowser {
  return { store: createMemoryStore(), sessionKeys: createMemorySession() };
}

/** The real vault over an in-memory IndexedDB; the same browser again is a service worker that wakes anew. */
export function openTestVault(browser: TestBrowser = createTestBrowser()): Vault {
  // One round of PBKDF2: tests are about what happens, not about how long guessing takes.
  return createVault({ ...browser, iterations: 1 });
}

/** As idb-keyval's `createStore`, over a factory of its own in place of the ambient one. */
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
