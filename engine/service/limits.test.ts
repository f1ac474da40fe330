import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RateLimit } from "../connectors/service";
import { createFuse, killable } from "../testing/crash-recovery/fuse";
import type { FakeTime } from "../testing/fakes/fake-time";
import { createServiceFixture, json, VENDOR_URL } from "./testing/service-fixture";

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    json({}, { status: code, headers });

/** Most requests in any stretch of `windowMs`, counted the slow way. */
function maxRequestsInWindow(sentAt: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + windowMs).length),
  );
}

async function advanceTime(time: FakeTime, milliseconds: number): Promise<void> {
  await time.run(time.wait(milliseconds, new AbortController().signal));
}

describe("a declared limit", () => {
  const limit: RateLimit = { id: "all", requests: 6, windowMs: 10_000, burst: 3 };

  test("holds in every stretch of its window, and requests wait their turn", async () => {
    const { api, run, sentAt } = createServiceFixture({ service: { limits: [limit] } });
    await run(Promise.all(Array.from({ length: 20 }, () => api.fetch(VENDOR_URL))));
    expect(sentAt).toHaveLength(20);
    expect(maxRequestsInWindow(sentAt, 10_000)).toBeLessThanOrEqual(6);
    expect(sentAt.filter((at) => at === sentAt[0])).toHaveLength(3);
  });

  test("holds for the paths it is for", async () => {
    const search: RateLimit = { id: "search", requests: 1, windowMs: 10_000, paths: ["/search"] };
    const { api, run, clock } = createServiceFixture({ service: { limits: [search] } });
    const start = clock.now();
    await run(Promise.all([1, 2, 3].map(() => api.fetch(`${VENDOR_URL}?q=/search`))));
    expect(clock.now()).toBe(start);
    await run(Promise.all([1, 2].map(() => api.fetch("https://api.vendor.example/search"))));
    expect(clock.now()).toBe(start + 10_000);
  });

  test("ends the run where the next turn is far off, and says when it goes on", async () => {
    const slow: RateLimit = { id: "slow", requests: 1, windowMs: 60_000 };
    const { api, run, clock } = createServiceFixture({ service: { limits: [slow] } });
    await run(api.fetch(VENDOR_URL));
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({
      code: "wait",
      retryAt: clock.now() + 60_000,
      message: expect.stringMatching(/^Vendor allows no more requests for now: Atlas goes on at \d/),
    });
  });

  describe("for a request of more work", () => {
    const slow: RateLimit = { id: "slow", requests: 1, windowMs: 60_000 };

    test("is waited for however long once others went through, even while they are under way", async () => {
      const { api, run, sentAt } = createServiceFixture({ service: { limits: [slow] } });
      const fetch = api.fetchWithin({ uncommitted: 0 });
      await run(Promise.all([fetch(VENDOR_URL), fetch(VENDOR_URL), fetch(VENDOR_URL)]));
      expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 60_000, 120_000]);
    });

    test("ends the run as long as nothing was asked, or what was is kept", async () => {
      const { api, run, sent } = createServiceFixture({ service: { limits: [slow] } });
      const budget = { uncommitted: 0 };
      await run(api.fetch(VENDOR_URL));
      await expect(run(api.fetchWithin(budget)(VENDOR_URL))).rejects.toMatchObject({ code: "wait" });
      expect([sent.length, budget.uncommitted]).toEqual([1, 0]);
    });

    test("ends the run when the vendor turned the only request away", async () => {
      const { api, run } = createServiceFixture({ replies: [status(429, { "Retry-After": "300" })] });
      await expect(run(api.fetchWithin({ uncommitted: 0 })(VENDOR_URL))).rejects.toMatchObject({
        code: "wait",
      });
    });
  });

  test("is never exceeded, whatever step the process dies at and how often", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ requests: fc.integer({ min: 1, max: 8 }), burst: fc.integer({ min: 1, max: 8 }) }),
        fc.array(fc.record({ dieAt: fc.integer({ min: 20, max: 90 }), pauseMs: fc.nat(9_000) }), {
          minLength: 1,
          maxLength: 8,
        }),
        async ({ requests, burst }, lives) => {
          const windowMs = 10_000;
          const fixture = createServiceFixture({
            service: { limits: [{ id: "all", requests, burst, windowMs }] },
          });
          for (const { dieAt, pauseMs } of lives) {
            const fuse = createFuse(dieAt);
            // Every call of the vault, the records, the timer and the vendor is a step it may die at.
            const { fetch } = fixture.open({
              ...killable({ wait: fixture.wait, fetch: fixture.vendor }, fuse),
              records: killable(fixture.records, fuse),
              vault: killable(fixture.vault, fuse),
            });
            await fixture.run(Promise.allSettled(Array.from({ length: 8 }, () => fetch(VENDOR_URL))));
            await advanceTime(fixture, pauseMs);
          }
          expect(maxRequestsInWindow(fixture.sentAt, windowMs)).toBeLessThanOrEqual(requests);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a vendor that says slower", () => {
  test.each([
    ["seconds", { "Retry-After": "7" }],
    ["a date", { "Retry-After": "Wed, 01 Jan 2025 00:00:07 GMT" }],
  ])("is left alone for as long as it says in %s", async (_, headers) => {
    const { api, run, sentAt } = createServiceFixture({ replies: [status(429, headers), status(200)] });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(200);
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBe(7_000);
  });

  test("for long ends the run, for every request and across processes", async () => {
    const fixture = createServiceFixture({ replies: [status(503, { "Retry-After": "300" }), status(200)] });
    const retryAt = fixture.clock.now() + 300_000;
    await expect(fixture.run(fixture.api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "wait", retryAt });
    const next = fixture.open();
    await expect(fixture.run(next.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "wait", retryAt });
    expect(await next.status()).toMatchObject({ blockedUntil: retryAt, breaker: "closed" });
    expect(fixture.sent).toHaveLength(1);
    fixture.clock.advance(300_000);
    expect((await fixture.run(next.fetch(VENDOR_URL))).status).toBe(200);
    expect(await next.status()).not.toHaveProperty("blockedUntil");
  });

  describe("to one of its methods", () => {
    const minute = (id: string, path: string) => ({ id, requests: 50, windowMs: 60_000, paths: [path] });
    const limits = [minute("history", "/history"), minute("search", "/search")];
    const ask = (path: string) => `https://api.vendor.example${path}`;
    const reply = ({ url }: Request) =>
      url.endsWith("/history") || url.endsWith("/elsewhere")
        ? json({}, { status: 429, headers: { "Retry-After": "60" } })
        : json({});

    test("is left alone there only, across processes", async () => {
      const fixture = createServiceFixture({ service: { limits }, reply });
      const retryAt = fixture.clock.now() + 60_000;
      await expect(fixture.run(fixture.api.fetch(ask("/history")))).rejects.toMatchObject({
        code: "wait",
        retryAt,
      });
      const next = fixture.open();
      expect((await fixture.run(next.fetch(ask("/search")))).status).toBe(200);
      expect((await fixture.run(next.fetch(ask("/users")))).status).toBe(200);
      await expect(fixture.run(next.fetch(ask("/history")))).rejects.toMatchObject({ code: "wait", retryAt });
      expect(fixture.sent.filter(({ url }) => url === ask("/history"))).toHaveLength(1);
      expect(await next.status()).not.toHaveProperty("blockedUntil");
      fixture.clock.advance(60_000);
      await expect(fixture.run(next.fetch(ask("/history")))).rejects.toMatchObject({ code: "wait" });
      expect(fixture.sent.filter(({ url }) => url === ask("/history"))).toHaveLength(2);
    });

    test("is left alone everywhere where no limit is declared for it", async () => {
      const fixture = createServiceFixture({ service: { limits }, reply });
      const retryAt = fixture.clock.now() + 60_000;
      await expect(fixture.run(fixture.api.fetch(ask("/elsewhere")))).rejects.toMatchObject({ code: "wait" });
      await expect(fixture.run(fixture.open().fetch(ask("/search")))).rejects.toMatchObject({ retryAt });
      expect(fixture.sent).toHaveLength(1);
    });
  });

  test.each([{}, { "Retry-After": "0" }])(
    "with %o is asked ever more rarely, and not for ever",
    async (headers) => {
      const { api, run, sent, clock } = createServiceFixture({ replies: [status(429, headers)] });
      await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "wait" });
      expect(sent.length).toBeLessThanOrEqual(6);
      expect((await api.status()).blockedUntil).toBeGreaterThanOrEqual(clock.now() + 60_000);
    },
  );

  test("in words of its own is understood", async () => {
    const parseLimit = async (response: Response) =>
      (await response.json()).code === "RATELIMITED" ? { retryAfterMs: 3_000 } : undefined;
    const { api, run, sentAt } = createServiceFixture({
      replies: [
        () => json({ code: "RATELIMITED" }, { status: 400 }),
        () => json({ code: "bad" }, { status: 400 }),
      ],
      behaviour: { parseLimit },
    });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(400);
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBe(3_000);
  });
});

describe("status()", () => {
  test("tells our own count until the vendor says what is left", async () => {
    const parseQuota = (headers: Headers) =>
      headers.has("left") ? { limit: 50, left: Number(headers.get("left")) } : undefined;
    const { api, run, clock } = createServiceFixture({
      replies: [status(200), status(200, { left: "12" })],
      service: { limits: [{ id: "all", requests: 10, windowMs: 10_000 }] },
      behaviour: { parseQuota },
    });
    await run(api.fetch(VENDOR_URL));
    expect((await api.status()).quota).toEqual({ limit: 10, left: 9, resetsAt: clock.now() + 1_000 });
    await run(api.fetch(VENDOR_URL));
    expect((await api.status()).quota).toEqual({ limit: 50, left: 12 });
  });
});
