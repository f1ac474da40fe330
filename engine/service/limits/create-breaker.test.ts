import { expect, test } from "vitest";
import { UnavailableError } from "../../errors/unavailable-error";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createBreaker } from "./create-breaker";

test.each([30_000, -3_600_000])("createBreaker() probes when the clock has moved by %d ms", async (moved) => {
  const clock = createFakeClock();
  const breaker = createBreaker({ clock, name: "Vendor", locale: "en-GB" });
  const fail = () => breaker.run(() => Promise.reject(new UnavailableError("Away")));
  for (let count = 0; count < 5; count++) await expect(fail()).rejects.toThrow("Away");
  expect(breaker.state()).toBe("open");
  await expect(fail()).rejects.toThrow("keeps failing");
  clock.advance(moved);
  expect(breaker.state()).toBe("half-open");
  expect(await breaker.run(async () => "answer")).toBe("answer");
  expect(breaker.state()).toBe("closed");
});
