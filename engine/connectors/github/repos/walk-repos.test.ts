import { expect, test } from "vitest";
import { createFakeClock } from "../../../testing/fakes/fake-clock";
import { parseFeedCursor } from "../../shared/pull/feed/feed-cursor";
import type { RepoState } from "./repo-cursor";
import { type RepoStep, type WalkDeps, walkRepos } from "./walk-repos";

const HOUR = 60 * 60_000;

/** Repositories with a backfill of this many pages, each of which takes this long. */
function createWalk(pages: Readonly<Record<string, number>>, pageMs = 0) {
  const clock = createFakeClock();
  const left = new Map(Object.entries(pages));
  const steps: string[] = [];
  let lists = 0;
  const options: WalkDeps = {
    now: clock.now,
    listRepos: async () => {
      lists++;
      return [...left.keys()].map((name) => ({ name, branch: "main", pushedAt: 1 }));
    },
    pullRepo: async (state, work): Promise<RepoStep> => {
      const position = parseFeedCursor(state.issues);
      const fresh =
        position.newest !== undefined && clock.now() - (position.freshAt ?? 0) >= work.refreshIntervalMs;
      const isRefresh = fresh || position.backfill === undefined;
      steps.push(`${state.name} ${isRefresh ? "new" : "old"}`);
      clock.advance(pageMs);
      const rest = (left.get(state.name) ?? 0) - (isRefresh ? 0 : 1);
      left.set(state.name, rest);
      const issues = JSON.stringify({
        newest: 1,
        freshAt: isRefresh ? clock.now() : (position.freshAt ?? clock.now()),
        ...(rest > 0 && { backfill: { token: `${rest}`, oldest: rest } }),
      });
      const next: RepoState = { ...state, issues, ...(work.files && { files: state.pushedAt }) };
      return { documents: [], deletions: [], failures: [], state: next };
    },
  };
  let cursor: string | undefined;
  return {
    ...{ clock, turns: steps, lists: () => lists },
    pass: async () => {
      for (;;) {
        const page = await walkRepos(options, cursor);
        cursor = page.cursor;
        if (page.done) return page;
      }
    },
    page: async () => {
      const page = await walkRepos(options, cursor);
      cursor = page.cursor;
      return page;
    },
    cursorLength: () => cursor?.length ?? 0,
  };
}

test("walkRepos() reads one page of every repository before the second of any", async () => {
  const { pass, turns } = createWalk({ a: 3, b: 1, c: 2 });
  await pass();
  expect(turns).toEqual(["a old", "b old", "c old", "a old", "c old", "a old"]);
});

test("walkRepos() reads news of every repository once in a later pass, after listing repositories", async () => {
  const { pass, turns, lists, clock } = createWalk({ a: 1, b: 1 });
  await pass();
  turns.length = 0;
  clock.advance(HOUR);
  await pass();
  expect(turns).toEqual(["a new", "b new"]);
  expect(lists()).toBe(2);
});

test("walkRepos() reads news during a long backfill, and still ends it", async () => {
  const { pass, turns } = createWalk({ a: 30, b: 1 }, 60_000);
  await pass();
  expect(turns.filter((turn) => turn === "a old")).toHaveLength(30);
  expect(turns.filter((turn) => turn === "b new").length).toBeGreaterThanOrEqual(4);
});

test("walkRepos() covers as much as the repository with the least coverage", async () => {
  const { page } = createWalk({ a: 9, b: 5 });
  expect((await page()).progress).toEqual({ backfill: true });
  expect((await page()).progress).toEqual({ backfill: true, coveredSince: 8 });
});

test("walkRepos() needs few pages and a small cursor for hundreds of repositories", async () => {
  const names = Array.from({ length: 300 }, (_, at) => [`acme/repository-${at}`, 1] as const);
  const { pass, page, turns, cursorLength, clock } = createWalk(Object.fromEntries(names));
  await pass();
  turns.length = 0;
  clock.advance(HOUR);
  let pages = 1;
  while (!(await page()).done) pages++;
  expect(turns).toHaveLength(300);
  expect(pages).toBe(25);
  expect(cursorLength()).toBeLessThan(300 * 300);
});
