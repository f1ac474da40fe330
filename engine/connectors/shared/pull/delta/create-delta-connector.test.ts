import { describe, expect, test } from "vitest";
import { createDeltaConnector, type DeltaOptions } from "./create-delta-connector";
import { createFakeFeed, pullPass } from "./testing/fake-feed";

const MINUTE = 60_000;

function createFollower(
  feed: ReturnType<typeof createFakeFeed>,
  changed: Partial<DeltaOptions<string>> = {},
) {
  const connector = createDeltaConnector({ ...feed.options, ...changed });
  let cursor: string | undefined;
  return {
    pass: async (afterPage: (number: number) => void = () => {}) => {
      let number = 0;
      const pages = await pullPass(connector, cursor, (page) => {
        feed.commit(page);
        number++;
        afterPage(number);
      });
      cursor = pages.at(-1)?.cursor;
      return pages;
    },
  };
}

function putItems(feed: ReturnType<typeof createFakeFeed>, count: number): void {
  for (let at = 1; at <= count; at++) feed.put(`item-${at}`);
}

describe("createDeltaConnector()", () => {
  test("requests the token, then lists, then reads changes", async () => {
    const feed = createFakeFeed();
    putItems(feed, 3);
    const pages = await createFollower(feed).pass();
    expect(feed.requests).toEqual(["start", "list", "list", "changes"]);
    expect(pages.map(({ documents }) => documents.map(({ id }) => id))).toEqual([
      ["item-3", "item-2"],
      ["item-1"],
      [],
    ]);
  });

  test("delivers an item once when it changed before the listing reached it", async () => {
    const feed = createFakeFeed();
    putItems(feed, 4);
    const pages = await createFollower(feed).pass((number) => {
      if (number === 1) feed.put("item-1");
    });
    const delivered = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
    expect(delivered.sort()).toEqual(["item-1", "item-2", "item-3", "item-4"]);
  });

  test("reads changes every five minutes during a listing", async () => {
    const feed = createFakeFeed();
    putItems(feed, 8);
    await createFollower(feed).pass((number) => {
      if (number === 2) feed.clock.advance(5 * MINUTE);
    });
    expect(feed.requests).toEqual(["start", "list", "list", "changes", "list", "list", "changes"]);
  });

  test("reads only changes in later passes", async () => {
    const feed = createFakeFeed();
    putItems(feed, 3);
    const { pass } = createFollower(feed);
    await pass();
    feed.requests.length = 0;
    feed.put("item-1");
    feed.remove("item-2");
    const pages = await pass();
    expect(feed.requests).toEqual(["changes"]);
    expect(pages.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(["item-1"]);
    expect(feed.ledger()).toEqual(["item-1", "item-3"]);
  });

  test("restarts a listing whose page token expired, and delivers nothing twice", async () => {
    const feed = createFakeFeed();
    putItems(feed, 5);
    const pages = await createFollower(feed, { changes: async () => ({ entries: [], token: "1" }) }).pass(
      (number) => {
        if (number === 1) feed.expire();
      },
    );
    expect(pages.flatMap(({ documents }) => documents)).toHaveLength(5);
  });

  test("lists everything again when the delta token expired, and finds deletions since then", async () => {
    const feed = createFakeFeed();
    putItems(feed, 3);
    const { pass } = createFollower(feed);
    await pass();
    feed.remove("item-2");
    feed.put("item-4");
    feed.expire();
    feed.requests.length = 0;
    const pages = await pass();
    expect(feed.requests).toEqual(["changes", "start", "list", "list", "findGone", "changes"]);
    expect(pages.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(["item-4"]);
    expect(feed.ledger()).toEqual(["item-1", "item-3", "item-4"]);
    feed.requests.length = 0;
    await pass();
    expect(feed.requests).toEqual(["changes"]);
  });

  test("requests the same page again when it was delivered in part", async () => {
    const feed = createFakeFeed({ pageSize: 3 });
    putItems(feed, 3);
    const { deliver } = feed.options;
    const oneByOne: typeof deliver = async (ids, signal) => ({
      ...(await deliver(ids.slice(0, 1), signal)),
      more: ids.length > 1,
    });
    const pages = await createFollower(feed, { deliver: oneByOne }).pass();
    expect(pages.map(({ documents }) => documents.length)).toEqual([1, 1, 1, 0]);
    expect(feed.requests).toEqual(["start", "list", "list", "list", "changes"]);
  });

  test("lists changed parts again before the rest of a listing", async () => {
    const feed = createFakeFeed();
    putItems(feed, 4);
    feed.put("inner", "1", "folder");
    const { changes } = feed.options;
    let isTold = false;
    const changesWithParts: typeof changes = async (request, signal) => {
      const page = await changes(request, signal);
      const parts = isTold ? [] : ["folder", "folder"];
      isTold = true;
      return { ...page, parts };
    };
    const { pass } = createFollower(feed, { changes: changesWithParts });
    await pass((number) => {
      if (number === 1) feed.clock.advance(5 * MINUTE);
    });
    expect(feed.requests).toEqual(["start", "list", "changes", "list folder", "list", "list", "changes"]);
  });

  test("uses the token of a listing's last page where there is one", async () => {
    const feed = createFakeFeed({ startFirst: false });
    putItems(feed, 3);
    const { pass } = createFollower(feed);
    await pass();
    feed.put("item-4");
    await pass();
    expect(feed.requests).toEqual(["list", "list", "changes", "changes"]);
    expect(feed.ledger()).toContain("item-4");
  });

  test("lists everything in each pass when the vendor has no token", async () => {
    const feed = createFakeFeed({ startFirst: false, pageSize: 10 });
    putItems(feed, 3);
    const { list } = feed.options;
    const { pass } = createFollower(feed, {
      list: async (request, signal) => ({ entries: (await list(request, signal)).entries }),
    });
    await pass();
    expect((await pass()).flatMap(({ documents }) => documents)).toEqual([]);
    expect(feed.requests).toEqual(["list", "list"]);
  });

  test("reports its progress", async () => {
    const feed = createFakeFeed();
    putItems(feed, 3);
    const pages = await createFollower(feed, { floor: 1 }).pass();
    expect(pages.map(({ progress }) => progress)).toEqual([
      { backfill: true, coveredSince: 5 },
      { backfill: false, coveredSince: 1 },
      { backfill: false, coveredSince: 1 },
    ]);
  });

  test("starts over when it cannot read the cursor", async () => {
    const feed = createFakeFeed();
    putItems(feed, 1);
    const page = await createDeltaConnector(feed.options).pull("{}", new AbortController().signal);
    expect(page.documents.map(({ id }) => id)).toEqual(["item-1"]);
  });
});
