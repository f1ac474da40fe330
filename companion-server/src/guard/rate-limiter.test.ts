import { expect, test } from "vitest";
import { createRateLimiter } from "./rate-limiter";

test("take() allows a burst, then one request per refill", () => {
  let now = 0;
  const limiter = createRateLimiter({ burst: 2, perMinute: 60, now: () => now });
  expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([0, 0, 1]);
  expect(limiter.take("b")).toBe(0);
  now += 1_000;
  expect([limiter.take("a"), limiter.take("a")]).toEqual([0, 1]);
  now += 3_600_000;
  expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([0, 0, 1]);
});

test("take() drops the least recent client at the limit of clients", () => {
  const limiter = createRateLimiter({ burst: 1, perMinute: 1, now: () => 0 });
  expect([limiter.take("first"), limiter.take("first")]).toEqual([0, 60]);
  for (let count = 0; count < 999; count++) limiter.take(`client ${count}`);
  expect(limiter.take("first")).toBe(60);
  for (let count = 0; count < 1_000; count++) limiter.take(`other ${count}`);
  expect(limiter.take("first")).toBe(0);
});

test("take() does not lock a client out when the clock is set back", () => {
  let now = 3_600_000;
  const limiter = createRateLimiter({ burst: 1, perMinute: 60, now: () => now });
  expect(limiter.take("a")).toBe(0);
  now = 0;
  expect(limiter.take("a")).toBe(1);
  now = 1_000;
  expect(limiter.take("a")).toBe(0);
});
