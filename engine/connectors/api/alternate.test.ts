import { expect, test } from "vitest";
import { alternate } from "./alternate";

test("alternate() takes one of each in turn, and the rest of the longest", () => {
  expect(alternate([["a", "b", "c"], [], ["x"]])).toEqual(["a", "x", "b", "c"]);
  expect(alternate([])).toEqual([]);
});
