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

/** Maximum number of requests in any interval of `windowMs`, counted by brute force. */
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

  test("holds in every interval of its window, and requests wait for their turn", async () => {
    const { api, run, sentAt } = createServiceFixture({ service: { limits: [limit] } });
    await run(Promise.all(Array.from({ length: 20 }, () => api.fetch(VENDOR_URL))));
    expect(sentAt).toHaveLength(20);
    expect(maxRequestsInWindow(sentAt, 10_000)).toBeLessThanOrEqual(6);
    expect(sentAt.filter((at) => at === sentAt[0])).toHaveLength(3);
  });

  test("applies to its paths only", async () => {
    const search: RateLimit = { id: "search", requests: 1, windowMs: 10_000, paths: ["/search"] };
    const { api, run, clock } = createServiceFixture({ service: { limits: [search] } });
    const start = clock.now();
    await run(Promise.all([1, 2, 3].map(() => api.fetch(`${VENDOR_URL}?q=/search`))));
    expect(clock.now()).toBe(start);
    await run(Promise.all([1, 2].map(() => api.fetch("https://api.vendor.example/search"))));
    expect(clock.now()).toBe(start + 10_000);
  });

  test("ends the run when the next turn is far off, and gives its time", async () => {
    const slow: RateLimit = { id: "slow", requests: 1, windowMs: 60_000 };
    const { api, run, clock } = createServiceFixture({ service: { limits: [slow] } });
    await run(api.fetch(VENDOR_URL));
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({
      code: "wait",
      retryAt: clock.now() + 60_000,
      message: expect.stringMatching(/^Vendor allows no more requests for now: Atlas goes on at \d/),
    });
  });

  describe("for requests of more than one unit", () => {
    const slow: RateLimit = { id: "slow", requests: 1, windowMs: 60_000 };

    test("is waited for without a maximum after other requests succeeded, and while they run", async () => {
      const { api, run, sentAt } = createServiceFixture({ service: { limits: [slow] } });
      const fetch = api.fetchWithin({ uncommitted: 0 });
      await run(Promise.all([fetch(VENDOR_URL), fetch(VENDOR_URL), fetch(VENDOR_URL)]));
      expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 60_000, 120_000]);
    });

    test("ends the run when nothing was requested yet, or when progress is stored", async () => {
      const { api, run, sent } = createServiceFixture({ service: { limits: [slow] } });
      const budget = { uncommitted: 0 };
      await run(api.fetch(VENDOR_URL));
      await expect(run(api.fetchWithin(budget)(VENDOR_URL))).rejects.toMatchObject({ code: "wait" });
      expect([sent.length, budget.uncommitted]).toEqual([1, 0]);
    });

    test("ends the run when the vendor refused the only request", async () => {
      const { api, run } = createServiceFixture({ replies: [status(429, { "Retry-After": "300" })] });
      await expect(run(api.fetchWithin({ uncommitted: 0 })(VENDOR_URL))).rejects.toMatchObject({
        code: "wait",
      });
    });
  });

  test("is never exceeded, at whatever steps the process dies", async () => {
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
            // The process may die at every call of the vault, the records, the timer and the vendor.
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

describe("a rate limit reported by the vendor", () => {
  test.each([
    ["seconds", { "Retry-After": "7" }],
    ["a date", { "Retry-After": "Wed, 01 Jan 2025 00:00:07 GMT" }],
  ])("is waited for as long as it says in %s", async (_, headers) => {
    const { api, run, sentAt } = createServiceFixture({ replies: [status(429, headers), status(200)] });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(200);
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBe(7_000);
  });

  test("ends the run when it is long, for every request and across processes", async () => {
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

  describe("for one of the vendor's methods", () => {
    const minute = (id: string, path: string) => ({ id, requests: 50, windowMs: 60_000, paths: [path] });
    const limits = [minute("history", "/history"), minute("search", "/search")];
    const ask = (path: string) => `https://api.vendor.example${path}`;
    const reply = ({ url }: Request) =>
      url.endsWith("/history") || url.endsWith("/elsewhere")
        ? json({}, { status: 429, headers: { "Retry-After": "60" } })
        : json({});

    test("blocks that method only, across processes", async () => {
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

    test("blocks all methods where no limit is declared for it", async () => {
      const fixture = createServiceFixture({ service: { limits }, reply });
      const retryAt = fixture.clock.now() + 60_000;
      await expect(fixture.run(fixture.api.fetch(ask("/elsewhere")))).rejects.toMatchObject({ code: "wait" });
      await expect(fixture.run(fixture.open().fetch(ask("/search")))).rejects.toMatchObject({ retryAt });
      expect(fixture.sent).toHaveLength(1);
    });
  });

  test.each([{}, { "Retry-After": "0" }])(
    "with %o is retried at growing intervals, and not without end",
    async (headers) => {
      const { api, run, sent, clock } = createServiceFixture({ replies: [status(429, headers)] });
      await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "wait" });
      expect(sent.length).toBeLessThanOrEqual(6);
      expect((await api.status()).blockedUntil).toBeGreaterThanOrEqual(clock.now() + 60_000);
    },
  );

  test("is recognised in the vendor's own form", async () => {
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
  test("reports our own count until the vendor reports what remains", async () => {
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
