import { expect, test } from "vitest";
import { hasElapsed } from "./has-elapsed";

test.each([
  [undefined, true],
  [9, false],
  [5, true],
  [4, true],
  [10, false],
  [11, true],
  [Number.MAX_SAFE_INTEGER, true],
])("hasElapsed() since %j, at 10, for 5", (since, elapsed) => {
  expect(hasElapsed(since, 5, 10)).toBe(elapsed);
});
