import { expect, test } from "vitest";
import { formatMoney } from "./format-money";

test.each([
  [0, "$0.00"],
  [0.004, "under $0.01"],
  [1.2, "$1.20"],
  [1234.5, "$1,234.50"],
])("formatMoney(%d) is %s", (dollars, words) => {
  expect(formatMoney(dollars)).toBe(words);
});
