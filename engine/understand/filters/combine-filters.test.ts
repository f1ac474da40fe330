import { expect, test } from "vitest";
import { intersectFilters, uniteFilters } from "./combine-filters";

test("uniteFilters() adds up the values of a field and narrows the times", () => {
  expect(
    uniteFilters(
      { sourceIds: ["slack"], updatedAfter: 1, updatedBefore: 9 },
      { sourceIds: ["slack", "jira"], types: ["mail"], updatedAfter: 2 },
    ),
  ).toEqual({ sourceIds: ["slack", "jira"], types: ["mail"], updatedAfter: 2, updatedBefore: 9 });
});

test("intersectFilters() keeps common values, and the question's where there are none", () => {
  expect(
    intersectFilters(
      { sourceIds: ["slack", "jira"], authors: ["Ada"], updatedBefore: 9 },
      { sourceIds: ["jira"], authors: ["Grace"], containers: ["#launch"], updatedBefore: 5 },
    ),
  ).toEqual({ sourceIds: ["jira"], authors: ["Grace"], containers: ["#launch"], updatedBefore: 5 });
});

test("two empty filters make an empty filter, without fields", () => {
  expect(Object.keys(uniteFilters({}, {}))).toEqual([]);
  expect(Object.keys(intersectFilters({}, {}))).toEqual([]);
});
