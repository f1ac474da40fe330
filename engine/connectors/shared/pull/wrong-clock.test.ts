import { expect, test } from "vitest";
import { createFakeClock } from "../../../testing/fakes/fake-clock";
import { pullPageFixture } from "../../../testing/fixtures";
import { DAY_MS } from "../../../util/durations";
import { createDeltaConnector } from "./delta/create-delta-connector";
import { createFeedConnector } from "./feed/create-feed-connector";
import { EMPTY_ITEMS } from "./items-page";
import { createStreamsConnector } from "./streams/create-streams-connector";

const { signal } = new AbortController();
const AHEAD_MS = 365 * DAY_MS;

/** Pulls two pages with a clock that is a year ahead, and two when it is right again. */
async function pullAcross(
  connector: { pull(cursor: string | undefined, signal: AbortSignal): Promise<{ cursor: string }> },
  clock: ReturnType<typeof createFakeClock>,
): Promise<void> {
  clock.advance(AHEAD_MS);
  let cursor: string | undefined;
  for (let page = 0; page < 4; page++) {
    if (page === 2) clock.advance(-AHEAD_MS);
    cursor = (await connector.pull(cursor, signal)).cursor;
  }
}

test("a list with a change feed looks for changes after its clock was ahead", async () => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const connector = createDeltaConnector<string>({
    clock,
    known: async () => new Map(),
    start: async () => "token",
    list: async () => {
      asked.push("list");
      return { entries: [], next: String(asked.length) };
    },
    changes: async () => {
      asked.push("changes");
      return { entries: [], token: "token" };
    },
    deliver: async () => EMPTY_ITEMS,
    findGone: async () => [],
    newestFirst: false,
  });
  await pullAcross(connector, clock);
  expect(asked).toEqual(["list", "list", "changes", "list"]);
});

test("a list by last update looks for new items after its clock was ahead", async () => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const connector = createFeedConnector<number>({
    clock,
    known: async () => new Map(),
    list: async ({ token, since }) => {
      asked.push(since === undefined ? "old" : "new");
      return { items: [5], ...(since === undefined && { next: `${token ?? ""}x` }) };
    },
    describe: (updatedAt) => ({ id: "a", version: "1", updatedAt }),
    deliver: async () => EMPTY_ITEMS,
  });
  await pullAcross(connector, clock);
  expect(asked).toEqual(["old", "old", "new", "old"]);
});

test("a stream that ended while its clock was ahead is read again", async () => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const connector = createStreamsConnector({
    clock,
    list: async () => ["short", "long"],
    open: (id) => ({
      pull: async () => {
        asked.push(id);
        return pullPageFixture({ cursor: "next", done: id === "short" });
      },
    }),
  });
  await pullAcross(connector, clock);
  expect(asked).toEqual(["short", "long", "short", "long"]);
});
