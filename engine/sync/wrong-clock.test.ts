import { describe, expect, test } from "vitest";
import { UnavailableError } from "../errors/unavailable-error";
import { createFakeConnector, createFakeSource } from "../testing/fakes/fake-connector";
import { DAY_MS, MINUTE_MS } from "../util/durations";
import { createSyncFixture } from "./testing/sync-fixture";

describe("a clock that was ahead", () => {
  test.each([DAY_MS * 2, DAY_MS * 400])(
    "by %d ms delays neither the next sync nor the next listing",
    async (ahead) => {
      const world = createFakeSource({ a: "1", b: "2" });
      const { sync, add, clock, ids, get } = createSyncFixture(
        { notes: () => createFakeConnector(world, { reportsDeletions: false }) },
        { pruneMinutes: 60 },
      );
      await add({ id: "notes" });
      clock.advance(ahead);
      await sync.syncNow("notes");
      clock.advance(-ahead);
      world.delete("a");
      world.put("c", "3");
      await sync.syncDue();
      expect(await ids("notes")).toEqual(["b", "c"]);
      expect(await get("notes")).toMatchObject({
        state: "idle",
        dueAt: clock.now() + 5 * MINUTE_MS,
        prunedAt: clock.now(),
      });
    },
  );

  test("by a year delays no retry of a source that failed", async () => {
    let healthy = false;
    const world = createFakeSource({ a: "1" });
    const { sync, add, clock, ids } = createSyncFixture({
      notes: () =>
        healthy ? createFakeConnector(world) : { pull: () => Promise.reject(new UnavailableError("Away")) },
    });
    await add({ id: "notes" });
    clock.advance(365 * DAY_MS);
    await sync.syncDue();
    clock.advance(-365 * DAY_MS);
    healthy = true;
    await sync.syncDue();
    expect(await ids("notes")).toEqual(["a"]);
  });

  test("that was behind by a year is no reason to wait once it is right", async () => {
    const world = createFakeSource({ a: "1" });
    const { sync, add, clock, ids } = createSyncFixture({ notes: () => createFakeConnector(world) });
    await add({ id: "notes" });
    clock.advance(-365 * DAY_MS);
    await sync.syncDue();
    world.put("b", "2");
    clock.advance(365 * DAY_MS);
    await sync.syncDue();
    expect(await ids("notes")).toEqual(["a", "b"]);
  });
});
