import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { indexChangeFixture, sourceFixture } from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";

afterEach(() => vi.restoreAllMocks());

/** A browser that refuses to open databases with an error of this name, until it recovers. */
function createFailingBrowser(name: string) {
  const indexedDB = new IDBFactory();
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("Internal error opening backing store for indexedDB.open.", name);
  });
  return { indexedDB, recover: () => open.mockRestore() };
}

test.each([
  ["UnknownError", "store", /restart Chrome/],
  ["InvalidStateError", "store", /restart Chrome/],
  ["VersionError", "store", /update Atlas/],
  ["QuotaExceededError", "quota", /free disk space/],
])("a database that cannot be opened for %s rejects reads and writes with %s", async (name, code, remedy) => {
  const { indexedDB } = createFailingBrowser(name);
  const store = openTestStore({ indexedDB });
  const failure = { code, message: expect.stringMatching(remedy) };
  await expect(store.listSources()).rejects.toMatchObject(failure);
  await expect(store.addSource(sourceFixture())).rejects.toMatchObject(failure);
  await expect(store.backlog()).rejects.toMatchObject(failure);
  await expect(store.chats.list("")).rejects.toMatchObject(failure);
});

test("a database that could not be opened is opened by the next call", async () => {
  const { indexedDB, recover } = createFailingBrowser("UnknownError");
  const store = openTestStore({ indexedDB });
  await Promise.all([
    expect(store.listSources()).rejects.toMatchObject({ code: "store" }),
    expect(store.manifest()).rejects.toMatchObject({ code: "store" }),
  ]);
  recover();
  await store.addSource(sourceFixture());
  expect(await store.listSources()).toEqual([sourceFixture()]);
});

test("a database that its owner closed stays closed", async () => {
  const store = openTestStore();
  await store.listSources();
  store.close();
  await expect(store.listSources()).rejects.toMatchObject({ code: "store" });
  await expect(store.listSources()).rejects.toMatchObject({ code: "store" });
});

test("a value that cannot be read rejects with the remedy, and a segment counts as missing", async () => {
  const store = openTestStore();
  await store.commitIndex(indexChangeFixture([1]));
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(() => {
    throw new DOMException("Failed to read large IndexedDB value", "NotReadableError");
  });
  expect(await store.segments([1])).toEqual([undefined]);
  await expect(store.getSource("notes")).rejects.toMatchObject({
    code: "store",
    message: expect.stringContaining("remove everything and add your sources again"),
  });
});
