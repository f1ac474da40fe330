import { expect, test } from "vitest";
import { lostFields } from "./lost-fields";

test("lostFields() names what was there and could not be parsed", () => {
  const raw = { title: "a", state: 7, labels: ["x", 3], none: null, empty: [], same: [1] };
  const parsed = { title: "a", labels: ["x"], same: [1] };
  expect(lostFields(raw, parsed, Object.keys(raw))).toEqual(["state", "labels"]);
  expect(lostFields(null, {}, ["title"])).toEqual([]);
});
