import { expect, test } from "vitest";
import { withoutUndefined } from "./without-undefined";

test("withoutUndefined() drops undefined fields and keeps other empty ones", () => {
  const row = withoutUndefined({ a: undefined, b: null, c: 0, d: "" });
  expect(Object.keys(row)).toEqual(["b", "c", "d"]);
});
