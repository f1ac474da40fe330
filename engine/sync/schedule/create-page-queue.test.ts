import { describe, expect, test } from "vitest";
import { createPageQueue, type PageJob } from "./create-page-queue";

const EMPTY = { entries: 0, bytes: 0 };
const FULL = { entries: 2_000, bytes: 0 };

function createFixture(
  backlog: () => typeof EMPTY = () => EMPTY,
  wait: () => Promise<void> = async () => {},
) {
  const polls = { count: 0 };
  const onWait = () => {
    polls.count++;
  };
  return {
    looks: polls,
    pages: createPageQueue({ store: { backlog: async () => backlog() }, wait, onWait }),
  };
}

function createJob(sourceId: string, priority = 0, signal = new AbortController().signal): PageJob {
  return { sourceId, priority: () => priority, signal };
}

/** Work that ends on demand. */
function createGate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const flushTimers = () => new Promise((resolve) => setTimeout(resolve));

describe("createPageQueue()", () => {
  test("works on three pages at a time and takes the most urgent next", async () => {
    const { pages } = createFixture();
    const gates = [createGate(), createGate(), createGate()];
    const busy = gates.map(({ opened }, at) => pages.run(createJob(`busy${at}`), () => opened));
    await flushTimers();
    const order: string[] = [];
    const late = [
      ["backfill", 0],
      ["fresh", 1],
      ["asked", 2],
    ] as const;
    const waiting = late.map(([id, priority]) =>
      pages.run(createJob(id, priority), async () => {
        order.push(id);
      }),
    );
    await flushTimers();
    expect(order).toEqual([]);
    for (const { open } of gates) open();
    await Promise.all([...busy, ...waiting]);
    expect(order).toEqual(["asked", "fresh", "backfill"]);
  });

  test("gives the slot of a page that waits for its vendor to the next page", async () => {
    const { pages } = createFixture();
    const slow = createGate();
    const waiting = ["a", "b", "c", "d"].map((id) =>
      pages.run(createJob(id), async ({ release }) => {
        release();
        await slow.opened;
        return id;
      }),
    );
    expect(await pages.run(createJob("quick"), async () => "quick")).toBe("quick");
    slow.open();
    expect(await Promise.all(waiting)).toEqual(["a", "b", "c", "d"]);
  });

  test("takes the most urgent page first when a full outbox has room again", async () => {
    let backlog = FULL;
    const room = createGate();
    const { pages, looks: polls } = createFixture(
      () => backlog,
      () => room.opened,
    );
    const order: string[] = [];
    const run = (id: string, priority: number) =>
      pages.run(createJob(id, priority), async () => {
        order.push(id);
      });
    const running = ["a", "b", "c", "d"].map((id) => run(id, 0));
    await flushTimers();
    running.push(run("asked", 2));
    await flushTimers();
    expect(order).toEqual([]);
    backlog = EMPTY;
    room.open();
    await Promise.all(running);
    expect(order[0]).toBe("asked");
    expect(order).toHaveLength(5);
    expect(polls.count).toBe(1);
  });

  test("ends at once when aborted while waiting, and after the work when aborted during it", async () => {
    const { pages } = createFixture(
      () => FULL,
      () => createGate().opened,
    );
    const controller = new AbortController();
    const queued = pages.run(createJob("queued", 0, controller.signal), async () => "worked");
    await flushTimers();
    controller.abort();
    await expect(queued).rejects.toMatchObject({ name: "AbortError" });

    const other = createFixture();
    const inWork = new AbortController();
    const ending = createGate();
    let ended = false;
    const working = other.pages.run(createJob("working", 0, inWork.signal), async () => {
      await ending.opened;
      ended = true;
    });
    await flushTimers();
    inWork.abort();
    const settled = expect(working).rejects.toMatchObject({ name: "AbortError" });
    await flushTimers();
    expect(ended).toBe(false);
    ending.open();
    await settled;
    expect(ended).toBe(true);
  });

  test("passes on errors of the work, and goes on", async () => {
    const { pages } = createFixture();
    await expect(pages.run(createJob("bad"), () => Promise.reject(new Error("Broken")))).rejects.toThrow(
      "Broken",
    );
    expect(await pages.run(createJob("good"), async () => 1)).toBe(1);
  });
});
