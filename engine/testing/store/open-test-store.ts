import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { Clock } from "../../ports/clock";
import { openStore } from "../../store/open-store";
import type { Store } from "../../store/store";
import { createFakeClock } from "../fakes/fake-clock";

export interface TestStoreOptions {
  /** The database to reopen, as after a restart; a new one where absent. */
  readonly indexedDB?: IDBFactory;
  readonly clock?: Clock;
}

/** The real store over an in-memory IndexedDB. */
export function openTestStore(options: TestStoreOptions = {}): Store {
  const { indexedDB = new IDBFactory(), clock = createFakeClock() } = options;
  return openStore({ name: "atlas-test", clock, indexedDB, IDBKeyRange });
}
