import { expect, test } from "vitest";
import { interleave } from "./interleave";

test("interleave() takes one item of each list in turn, and the rest of the longest", () => {
  expect(interleave([["a", "b", "c"], [], ["x"]])).toEqual(["a", "x", "b", "c"]);
  expect(interleave([])).toEqual([]);
});
