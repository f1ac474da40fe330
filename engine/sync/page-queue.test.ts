import { describe, expect, test } from "vitest";
import { createPageQueue, type PageWish } from "./page-queue";

const EMPTY = { entries: 0, bytes: 0 };
const FULL = { entries: 2_000, bytes: 0 };

function setUp(backlog: () => typeof EMPTY = () => EMPTY, wait: () => Promise<void> = async () => {}) {
  const looks = { count: 0 };
  const onWait = () => {
    looks.count++;
  };
  return { looks, pages: createPageQueue({ store: { backlog: async () => backlog() }, wait, onWait }) };
}

function wish(sourceId: string, priority = 0, signal = new AbortController().signal): PageWish {
  return { sourceId, priority: () => priority, signal };
}

/** Work that ends when told to. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const turns = () => new Promise((resolve) => setTimeout(resolve));

describe("createPageQueue()", () => {
  test("works on three pages at a time and takes the most urgent next", async () => {
    const { pages } = setUp();
    const gates = [gate(), gate(), gate()];
    const busy = gates.map(({ opened }, at) => pages.run(wish(`busy${at}`), () => opened));
    await turns();
    const order: string[] = [];
    const late = [
      ["backfill", 0],
      ["fresh", 1],
      ["asked", 2],
    ] as const;
    const waiting = late.map(([id, priority]) =>
      pages.run(wish(id, priority), async () => {
        order.push(id);
      }),
    );
    await turns();
    expect(order).toEqual([]);
    for (const { open } of gates) open();
    await Promise.all([...busy, ...waiting]);
    expect(order).toEqual(["asked", "fresh", "backfill"]);
  });

  test("gives the place of a page that waits for its vendor to the next", async () => {
    const { pages } = setUp();
    const slow = gate();
    const waiting = ["a", "b", "c", "d"].map((id) =>
      pages.run(wish(id), async ({ release }) => {
        release();
        await slow.opened;
        return id;
      }),
    );
    expect(await pages.run(wish("quick"), async () => "quick")).toBe("quick");
    slow.open();
    expect(await Promise.all(waiting)).toEqual(["a", "b", "c", "d"]);
  });

  test("lets the most urgent page go first once a full outbox has room again", async () => {
    let backlog = FULL;
    const room = gate();
    const { pages, looks } = setUp(
      () => backlog,
      () => room.opened,
    );
    const order: string[] = [];
    const run = (id: string, priority: number) =>
      pages.run(wish(id, priority), async () => {
        order.push(id);
      });
    const running = ["a", "b", "c", "d"].map((id) => run(id, 0));
    await turns();
    running.push(run("asked", 2));
    await turns();
    expect(order).toEqual([]);
    backlog = EMPTY;
    room.open();
    await Promise.all(running);
    expect(order[0]).toBe("asked");
    expect(order).toHaveLength(5);
    expect(looks.count).toBe(1);
  });

  test("ends at once when aborted while it waits, and once the work has ended when aborted in it", async () => {
    const { pages } = setUp(
      () => FULL,
      () => gate().opened,
    );
    const controller = new AbortController();
    const queued = pages.run(wish("queued", 0, controller.signal), async () => "worked");
    await turns();
    controller.abort();
    await expect(queued).rejects.toMatchObject({ name: "AbortError" });

    const other = setUp();
    const inWork = new AbortController();
    const ending = gate();
    let ended = false;
    const working = other.pages.run(wish("working", 0, inWork.signal), async () => {
      await ending.opened;
      ended = true;
    });
    await turns();
    inWork.abort();
    const settled = expect(working).rejects.toMatchObject({ name: "AbortError" });
    await turns();
    expect(ended).toBe(false);
    ending.open();
    await settled;
    expect(ended).toBe(true);
  });

  test("passes on what the work throws, and goes on", async () => {
    const { pages } = setUp();
    await expect(pages.run(wish("bad"), () => Promise.reject(new Error("Broken")))).rejects.toThrow("Broken");
    expect(await pages.run(wish("good"), async () => 1)).toBe(1);
  });
});
