import { expect, test } from "vitest";
import { once } from "./once";

test("once() makes one call for all callers, and keeps its result", async () => {
  let calls = 0;
  const load = once(async (name: string) => `${name} ${++calls}`);
  expect(await Promise.all([load("a"), load("b")])).toEqual(["a 1", "a 1"]);
  expect(await load("c")).toBe("a 1");
});

test("once() makes a failed call again, once for all callers that try again at once", async () => {
  let calls = 0;
  const load = once(async () => {
    if (++calls === 1) throw new Error("Closed");
    return calls;
  });
  const persistent = () => load().catch(() => load());
  expect(await Promise.all([persistent(), persistent(), persistent()])).toEqual([2, 2, 2]);
});
