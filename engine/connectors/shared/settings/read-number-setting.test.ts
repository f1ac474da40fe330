import { expect, test } from "vitest";
import { readNumberSetting } from "./read-number-setting";

test.each([
  [30, 30],
  ["45", 45],
  [-3, 1],
  [1e12, 100],
  ["", 7],
  ["a week", 7],
  [Number.NaN, 7],
  [undefined, 7],
])("readNumberSetting() turns %j into %i", (entered, number) => {
  const settings = entered === undefined ? {} : { days: entered };
  expect(readNumberSetting(settings, "days", { initial: 7, min: 1, max: 100 })).toBe(number);
});
