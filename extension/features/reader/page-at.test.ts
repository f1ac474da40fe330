import { expect, it } from "vitest";
import { pageAt } from "./page-at";

it.each([
  [0, 1],
  [99, 1],
  [100, 2],
  [249, 2],
  [250, 3],
  [9_999, 3],
])("pageAt() puts offset %i on page %i", (at, page) => {
  expect(pageAt([0, 100, 250], at)).toBe(page);
});
