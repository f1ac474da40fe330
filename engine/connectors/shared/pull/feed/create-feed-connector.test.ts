import { expect, test } from "vitest";
import { createFakeClock } from "../../../../testing/fakes/fake-clock";
import { pullPageFixture } from "../../../../testing/fixtures";
import { createFeedConnector } from "./create-feed-connector";

interface Row {
  readonly id: string;
  readonly updatedAt: number;
}

const { signal } = new AbortController();

function feedOf(pages: Readonly<Record<string, readonly Row[]>>, clock = createFakeClock()) {
  const names = Object.keys(pages);
  return createFeedConnector<Row>({
    clock,
    known: async () => new Map(),
    list: async ({ token = names[0] ?? "" }) => {
      const next = names[names.indexOf(token) + 1];
      return { items: pages[token] ?? [], total: 9, ...(next !== undefined && { next }) };
    },
    describe: ({ id, updatedAt }) => ({ id, version: "1", updatedAt }),
    deliver: async (rows) => ({
      documents: [],
      deletions: [],
      failures: rows.map(({ id }) => ({ ...FAILURE, id })),
    }),
  });
}

const FAILURE = {
  title: "",
  url: "",
  version: "1",
  outcome: "failed",
  code: "read-item",
  reason: "",
} as const;

test("createFeedConnector() reports an item without a date and goes on", async () => {
  const { pull } = feedOf({
    first: [{ id: "undated", updatedAt: Number.NaN }],
    second: [{ id: "b", updatedAt: 5 }],
  });
  const first = await pull(undefined, signal);
  const second = await pull(first.cursor, signal);
  expect([first, second].map(({ failures }) => failures.map(({ id }) => id))).toEqual([["undated"], ["b"]]);
  expect([first.done, second.done]).toEqual([false, true]);
});

test("createFeedConnector() reports how far back it has read and the number of items", async () => {
  const { pull } = feedOf({ first: [{ id: "a", updatedAt: 9 }], second: [{ id: "b", updatedAt: 5 }] });
  const first = await pull(undefined, signal);
  expect(first.progress).toEqual({ backfill: true, coveredSince: 9, total: 9 });
  expect((await pull(first.cursor, signal)).progress).toEqual({ backfill: false, total: 9 });
});

test("createFeedConnector() reads news before it goes on with a long backfill", async () => {
  const clock = createFakeClock();
  const pages: Record<string, Row[]> = {
    first: [{ id: "a", updatedAt: clock.now() }],
    second: [{ id: "b", updatedAt: clock.now() - 3_600_000 }],
  };
  const { pull } = feedOf(pages, clock);
  const first = await pull(undefined, signal);
  clock.advance(5 * 60_000);
  pages.first?.unshift({ id: "new", updatedAt: clock.now() });
  const second = await pull(first.cursor, signal);
  expect(second.failures.map(({ id }) => id)).toContain("new");
  expect(second.progress?.backfill).toBe(true);
});

test("createFeedConnector() starts over when it cannot read the cursor", async () => {
  const { pull } = feedOf({ only: [{ id: "a", updatedAt: 9 }] });
  for (const cursor of ["", "{", '{"newest":"long ago"}']) {
    expect(await pull(cursor, signal)).toMatchObject({
      ...pullPageFixture(),
      failures: [{ id: "a" }],
      cursor: expect.any(String),
    });
  }
});

test("createFeedConnector() finds news although an item is dated years ahead", async () => {
  const clock = createFakeClock();
  const pages: Record<string, Row[]> = {
    only: [
      { id: "ahead", updatedAt: clock.now() + 9 * 365 * 24 * 3_600_000 },
      { id: "a", updatedAt: clock.now() },
    ],
  };
  const { pull } = feedOf(pages, clock);
  const { cursor } = await pull(undefined, signal);
  clock.advance(3_600_000);
  pages.only?.splice(1, 0, { id: "new", updatedAt: clock.now() });
  const { failures, cursor: next } = await pull(cursor, signal);
  expect(failures.map(({ id }) => id)).toContain("new");
  clock.advance(3_600_000);
  pages.only?.splice(1, 0, { id: "newer", updatedAt: clock.now() });
  expect((await pull(next, signal)).failures.map(({ id }) => id)).toContain("newer");
});

test("createFeedConnector() ends a walk whose next page equals the last one", async () => {
  const feed = createFeedConnector<Row>({
    clock: createFakeClock(),
    known: async () => new Map(),
    list: async () => ({ items: [{ id: "a", updatedAt: 9 }], next: "again" }),
    describe: ({ id, updatedAt }) => ({ id, version: "1", updatedAt }),
    deliver: async () => ({ documents: [], deletions: [], failures: [] }),
  });
  const first = await feed.pull(undefined, signal);
  expect(first.done).toBe(false);
  expect((await feed.pull(first.cursor, signal)).done).toBe(true);
});
