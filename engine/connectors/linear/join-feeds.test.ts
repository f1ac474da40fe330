import { expect, test } from "vitest";
import type { PullPage } from "../../model/pull-page";
import { createFakeClock } from "../../testing/fake-clock";
import { samplePage } from "../../testing/samples";
import { joinFeeds } from "./join-feeds";

const { signal } = new AbortController();

/** Feeds of so many pages a pass; writes down which was asked. */
function setUp(lengths: Readonly<Record<string, number>>, pageMs = 0) {
  const clock = createFakeClock();
  const asked: string[] = [];
  const feeds = Object.entries(lengths).map(([name, length]) => {
    const pull = async (cursor: string | undefined): Promise<PullPage> => {
      asked.push(name);
      clock.advance(pageMs);
      const page = cursor === undefined || cursor === "end" ? 1 : Number(cursor) + 1;
      const done = page >= length;
      return samplePage({ cursor: done ? "end" : String(page), done, progress: { backfill: !done } });
    };
    return [name, { pull }] as const;
  });
  return { asked, joined: joinFeeds(Object.fromEntries(feeds), clock) };
}

async function passOver(joined: ReturnType<typeof setUp>["joined"], from?: string) {
  let page = await joined.pull(from, signal);
  while (!page.done) page = await joined.pull(page.cursor, signal);
  return page;
}

test("joinFeeds() takes a page of each in turn until all have ended", async () => {
  const { asked, joined } = setUp({ long: 3, short: 1 });
  const last = await passOver(joined);
  expect(asked).toEqual(["long", "short", "long", "long"]);
  expect(last.progress?.backfill).toBe(false);
});

test("joinFeeds() asks every feed again in the next pass", async () => {
  const { asked, joined } = setUp({ long: 2, short: 1 });
  const { cursor } = await passOver(joined);
  asked.length = 0;
  await joined.pull(cursor, signal).then(({ cursor: next }) => joined.pull(next, signal));
  expect([...asked].sort()).toEqual(["long", "short"]);
});

test("joinFeeds() asks a feed that has ended again while another takes long", async () => {
  const { asked, joined } = setUp({ long: 10, short: 1 }, 60_000);
  await passOver(joined);
  expect(asked.filter((name) => name === "short").length).toBeGreaterThan(1);
});
