import { expect, test } from "vitest";
import { editDistance } from "./edit-distance";

test.each([
  ["compare", "compare", 0],
  ["comprae", "compare", 1],
  ["sumarize", "summarize", 1],
  ["sumerise", "summarise", 2],
  ["", "abc", 3],
  ["abc", "", 3],
])("editDistance(%j, %j) is %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
