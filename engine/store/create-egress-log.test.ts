import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { EgressEntry } from "../ports/egress-log";
import { openTestStore } from "../testing/store/open-test-store";

const ENTRY: Omit<EgressEntry, "id"> = {
  at: 1_000,
  host: "api.example.com",
  modelId: "example/large",
  characters: 12,
  digest: "d1",
  sources: ["Slack"],
  inputTokens: 4,
  outputTokens: 100,
  cost: 0.5,
  outcome: "sent",
};

test("the egress log lists newest first, page by page, and survives a restart", async () => {
  const indexedDB = new IDBFactory();
  const { egress } = openTestStore({ indexedDB });
  await egress.write(ENTRY);
  await egress.write({ ...ENTRY, at: 2_000, digest: "d2" });
  await egress.write({ ...ENTRY, at: 3_000, digest: "d3" });
  const again = openTestStore({ indexedDB }).egress;
  const digests = async (offset: number) =>
    (await again.list({ offset, limit: 2 })).map(({ digest }) => digest);
  expect(await digests(0)).toEqual(["d3", "d2"]);
  expect(await digests(2)).toEqual(["d1"]);
});

test("the egress log sums what was reported instead of what was estimated, within a period", async () => {
  const { egress } = openTestStore();
  await egress.write({ ...ENTRY, at: 999, cost: 8 });
  await egress.write(ENTRY);
  await egress.write({ ...ENTRY, at: 2_001, cost: 16 });
  const id = await egress.write({ ...ENTRY, at: 2_000 });
  await egress.settle(id, { inputTokens: 5, outputTokens: 7, cost: 0.25, outcome: "answered" });
  expect(await egress.costWithin({ from: 1_000, to: 2_001 })).toBeCloseTo(0.75);
  expect((await egress.list({ offset: 0, limit: 1 }))[0]).toEqual({
    ...ENTRY,
    id,
    at: 2_000,
    inputTokens: 5,
    outputTokens: 7,
    cost: 0.25,
    outcome: "answered",
  });
});

test("the speed of a model is the one last saved", async () => {
  const { speeds } = openTestStore();
  await speeds.save("a/one", { firstTokenMs: 100, tokensPerSecond: 20 });
  await speeds.save("a/one", { firstTokenMs: 90, tokensPerSecond: 30 });
  expect([...(await speeds.load())]).toEqual([["a/one", { firstTokenMs: 90, tokensPerSecond: 30 }]]);
});
