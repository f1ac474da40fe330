import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { earliestAllowedAt, emissionInterval, nextArrivalTime, remainingRequests } from "./gcra";

const limits = fc.record({
  id: fc.constant("limit"),
  requests: fc.integer({ min: 1, max: 40 }),
  windowMs: fc.integer({ min: 1, max: 3_600_000 }),
  burst: fc.integer({ min: 1, max: 40 }),
});

describe("gcra", () => {
  test("exceeds the limit in no interval of the window, for requests at any time", () => {
    fc.assert(
      fc.property(limits, fc.array(fc.nat(1_000), { minLength: 1, maxLength: 200 }), (limit, gaps) => {
        let now = 1_700_000_000_000;
        let arrival: number | undefined;
        const sent: number[] = [];
        for (const gap of gaps) {
          // Gaps of up to a twentieth of the window bring the count to its limit.
          now = earliestAllowedAt(limit, arrival, now + Math.floor((gap * limit.windowMs) / 20_000));
          arrival = nextArrivalTime(limit, arrival, now);
          sent.push(now);
          const inWindow = sent.filter((at) => at > now - limit.windowMs);
          expect(inWindow.length).toBeLessThanOrEqual(limit.requests);
        }
      }),
    );
  });

  test("allows a burst at once and comes near the limit in the long run", () => {
    const limit = { id: "limit", requests: 100, windowMs: 60_000 };
    let arrival: number | undefined;
    let now = 0;
    const sent = Array.from({ length: 1_000 }, () => {
      now = earliestAllowedAt(limit, arrival, now);
      arrival = nextArrivalTime(limit, arrival, now);
      return now;
    });
    expect(sent.filter((at) => at === 0)).toHaveLength(10);
    expect(sent.filter((at) => at >= 60_000 && at < 120_000).length).toBeGreaterThan(88);
  });

  test("accepts a clock that was set back", () => {
    const limit = { id: "limit", requests: 1, windowMs: 60_000 };
    expect(earliestAllowedAt(limit, 10_000_000_000, 0)).toBe(60_000);
  });

  test("reports what remains of the coming window", () => {
    const limit = { id: "limit", requests: 10, windowMs: 10_000, burst: 1 };
    expect(remainingRequests(limit, undefined, 0)).toBe(10);
    expect(remainingRequests(limit, nextArrivalTime(limit, undefined, 0), 0)).toBe(9);
    expect(remainingRequests(limit, nextArrivalTime(limit, undefined, 0), emissionInterval(limit))).toBe(10);
  });
});
