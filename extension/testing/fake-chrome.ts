import { vi } from "vitest";

type StorageListener = (changes: Record<string, { newValue?: unknown }>) => void;

/**
 * Chrome's storage and permissions, for the test that calls it. `granted` holds permissions and hosts; set
 * `grants` to false to decline requests.
 */
export function fakeChrome() {
  const local = createStorageArea();
  const session = createStorageArea();
  const access = { granted: new Set<string>(), grants: true, requests: [] as string[][] };
  const toNames = ({ permissions = [], origins = [] }: { permissions?: string[]; origins?: string[] }) => [
    ...permissions,
    ...origins,
  ];
  vi.stubGlobal("chrome", {
    storage: { local: local.area, session: session.area },
    permissions: {
      request: async (wanted: object) => {
        access.requests.push(toNames(wanted));
        if (access.grants) for (const name of toNames(wanted)) access.granted.add(name);
        return access.grants;
      },
      contains: async (wanted: object) => toNames(wanted).every((name) => access.granted.has(name)),
      remove: async (unwanted: object) => {
        for (const name of toNames(unwanted)) access.granted.delete(name);
        return true;
      },
    },
  });
  return { local: local.values, session: session.values, access };
}

function createStorageArea() {
  const values = new Map<string, unknown>();
  const listeners = new Set<StorageListener>();
  const area = {
    get: async (key: string) => (values.has(key) ? { [key]: values.get(key) } : {}),
    set: async (patch: Record<string, unknown>) => {
      for (const [key, newValue] of Object.entries(patch)) {
        values.set(key, newValue);
        for (const listener of listeners) listener({ [key]: { newValue } });
      }
    },
    remove: async (key: string) => {
      values.delete(key);
      for (const listener of listeners) listener({ [key]: {} });
    },
    onChanged: {
      addListener: (listener: StorageListener) => listeners.add(listener),
      removeListener: (listener: StorageListener) => listeners.delete(listener),
    },
  };
  return { values, area };
}
