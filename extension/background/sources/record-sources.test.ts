import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sourceFixture } from "../../../engine/testing/fixtures";
import { openTestStore } from "../../../engine/testing/store/open-test-store";
import { dismissLostSources, readLostSources, sourceRecord } from "../../platform/source-record";
import { fakeChrome } from "../../testing/fake-chrome";
import { recordSources } from "./record-sources";

const NOTES = sourceFixture({ id: "notes", connectorId: "folder", label: "Notes" });
const MAIL = sourceFixture({ id: "mail", connectorId: "gmail", label: "Gmail", addedAt: 1 });
const LOST = [
  { connectorId: "folder", label: "Notes" },
  { connectorId: "gmail", label: "Gmail" },
];

let indexedDB = new IDBFactory();

beforeEach(() => {
  indexedDB = new IDBFactory();
  fakeChrome();
});

afterEach(() => vi.unstubAllGlobals());

/** The service worker after a start. */
function start(record = sourceRecord) {
  const plain = openTestStore({ indexedDB });
  return { plain, store: recordSources(plain, record) };
}

/** Starts the service worker, as after a kill, and gives the lost sources. */
async function lostAfterRestart() {
  await start().store.listSources();
  return readLostSources();
}

async function fill() {
  const { store } = start();
  await store.addSource(NOTES);
  await store.addSource(MAIL);
}

test("a database that is replaced by an empty one says which sources are gone, until it is dismissed", async () => {
  await fill();
  expect(await lostAfterRestart()).toEqual([]);
  indexedDB = new IDBFactory();
  expect(await lostAfterRestart()).toEqual(LOST);
  expect(await lostAfterRestart()).toEqual(LOST);
  await dismissLostSources();
  expect(await lostAfterRestart()).toEqual([]);
});

test("a source that is added again is no longer lost", async () => {
  await fill();
  indexedDB = new IDBFactory();
  const { store } = start();
  await store.listSources();
  await store.addSource({ ...NOTES, id: "other" });
  expect(await readLostSources()).toEqual([LOST[1]]);
});

test("a source has the name that it had last", async () => {
  await fill();
  await start().store.updateSource("notes", { label: "Work" });
  indexedDB = new IDBFactory();
  expect((await lostAfterRestart()).map(({ label }) => label)).toEqual(["Work", "Gmail"]);
});

test("nothing is lost at a first start, after an update of Atlas, or when the last source is removed", async () => {
  expect(await lostAfterRestart()).toEqual([]);
  // An Atlas without a record added it.
  await openTestStore({ indexedDB }).addSource(NOTES);
  await sourceRecord.clear();
  expect(await lostAfterRestart()).toEqual([]);
  await start().store.removeSource("notes");
  expect(await lostAfterRestart()).toEqual([]);
  indexedDB = new IDBFactory();
  expect(await lostAfterRestart()).toEqual([]);
});

test("an end between the write to the database and to the record loses nothing", async () => {
  await fill();
  // Removed from the database, and still recorded.
  const { plain } = start();
  await plain.removeSource("notes");
  await plain.removeSource("mail");
  expect(await lostAfterRestart()).toEqual([]);
  // Added to the database, and not recorded yet: known after the next start.
  await plain.addSource(NOTES);
  expect(await lostAfterRestart()).toEqual([]);
  indexedDB = new IDBFactory();
  expect(await lostAfterRestart()).toEqual([LOST[0]]);
});

test("what the person removed is not lost, also when the removal is cut off", async () => {
  await fill();
  await start().store.clear();
  expect(await lostAfterRestart()).toEqual([]);
  await fill();
  const { plain, store } = start();
  const clear = plain.clear;
  // The service worker ends right after the database was cleared.
  const cut = recordSources(
    { ...plain, clear: () => clear().then(() => new Promise(() => {})) },
    sourceRecord,
  );
  await store.listSources();
  void cut.clear();
  await vi.waitFor(async () => expect(await plain.listSources()).toEqual([]));
  expect(await lostAfterRestart()).toEqual([]);
});

test("a database that cannot be opened says nothing, and is checked once it opens", async () => {
  await fill();
  const lostBrowser = new IDBFactory();
  const open = vi.spyOn(lostBrowser, "open").mockImplementation(() => {
    throw new DOMException("Internal error", "UnknownError");
  });
  indexedDB = lostBrowser;
  const { store } = start();
  await expect(store.listSources()).rejects.toMatchObject({ code: "store" });
  expect(await readLostSources()).toEqual([]);
  open.mockRestore();
  await store.listSources();
  expect(await readLostSources()).toEqual(LOST);
});

test("a record that cannot be written fails nothing", async () => {
  vi.stubGlobal("reportError", vi.fn());
  const { store } = start({ ...sourceRecord, write: () => Promise.reject(new Error("Full")) });
  await store.addSource(NOTES);
  expect(await store.listSources()).toEqual([NOTES]);
});
