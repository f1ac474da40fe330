import { expect, test } from "vitest";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { sourceDocumentFixture, sourceFixture } from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";

const FINDING = {
  key: "slack leave",
  sourceId: "slack",
  foundAt: 2_000,
  documents: [sourceDocumentFixture()],
};

test("a finding is stored, and expired ones are removed with the next", async () => {
  const store = openTestStore({ clock: createFakeClock() });
  await store.addSource(sourceFixture({ id: "slack" }));
  await store.saveFinding(FINDING, 0);
  expect(await store.finding("slack leave")).toEqual(FINDING);
  await store.saveFinding({ ...FINDING, key: "slack lunch", foundAt: 9_000 }, 2_000);
  expect(await store.finding("slack leave")).toBeUndefined();
});

test("findings are removed with their source, and none is stored for a removed source", async () => {
  const store = openTestStore({ clock: createFakeClock() });
  await store.addSource(sourceFixture({ id: "slack" }));
  await store.saveFinding(FINDING, 0);
  await store.removeSource("slack");
  expect(await store.finding("slack leave")).toBeUndefined();
  await store.saveFinding(FINDING, 0);
  expect(await store.finding("slack leave")).toBeUndefined();
});

test("findings of a clock that was ahead are removed with the next", async () => {
  const store = openTestStore({ clock: createFakeClock() });
  await store.addSource(sourceFixture({ id: "slack" }));
  await store.saveFinding({ ...FINDING, foundAt: 9_000 }, 0);
  await store.saveFinding({ ...FINDING, key: "slack lunch" }, 0);
  expect(await store.finding("slack leave")).toBeUndefined();
  expect(await store.finding("slack lunch")).toBeDefined();
});
