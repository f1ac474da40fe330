import { expect, test } from "vitest";
import type { PullProgress } from "../../model/pull-page";
import { samplePage } from "../../testing/samples";
import { pullInTurn } from "./pull-in-turn";

const { signal } = new AbortController();

/** A feed of so many pages; its cursor is the number of the last. */
function feed(pages: number, progressAt: (page: number) => PullProgress) {
  return {
    pull: async (cursor: string | undefined) => {
      const page = (Number(cursor ?? 0) % pages) + 1;
      return samplePage({ cursor: String(page), done: page === pages, progress: progressAt(page) });
    },
  };
}

async function walk({ pull }: ReturnType<typeof pullInTurn>, cursor?: string) {
  const pages = [await pull(cursor, signal)];
  while (pages.at(-1)?.done === false) pages.push(await pull(pages.at(-1)?.cursor, signal));
  return pages;
}

test("pullInTurn() takes a page of each in turn, and goes on with those that are not done", async () => {
  const order: string[] = [];
  const spied = (name: string, pages: number) => {
    const inner = feed(pages, () => ({ backfill: false }));
    return {
      pull: (cursor: string | undefined) => {
        order.push(`${name}${Number(cursor ?? 0)}`);
        return inner.pull(cursor);
      },
    };
  };
  const both = pullInTurn({ a: spied("a", 3), b: spied("b", 1) });
  const first = await walk(both);
  expect(order).toEqual(["a0", "b0", "a1", "a2"]);
  order.length = 0;
  await walk(both, first.at(-1)?.cursor);
  expect(order).toEqual(["b1", "a3", "a1", "a2"]);
});

test("pullInTurn() has covered only what every feed has", async () => {
  const a = feed(2, (page) => ({ backfill: page < 2, coveredSince: page < 2 ? 500 : 0 }));
  const b = feed(2, (page) => ({ backfill: page < 2, coveredSince: page < 2 ? 900 : 100 }));
  const pages = await walk(pullInTurn({ a, b }));
  expect(pages.map(({ progress }) => progress)).toEqual([
    { backfill: true },
    { backfill: true, coveredSince: 900 },
    { backfill: true, coveredSince: 900 },
    { backfill: false, coveredSince: 100 },
  ]);
});
