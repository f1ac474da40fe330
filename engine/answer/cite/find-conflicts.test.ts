import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { DAY_MS } from "../../util/durations";
import { findConflicts } from "./find-conflicts";

const NOW = Date.UTC(2026, 10, 20);

function conflicts(first: string, second: string, itemIds = ["a", "b"]) {
  const cited = [first, second].map((quote, at) => ({
    n: at + 1,
    quote,
    source: ["Handbook", "Slack"][at] ?? "",
    sourceId: "s",
    itemId: itemIds[at] ?? "",
    updatedAt: new Date(NOW - (2 - at) * 400 * DAY_MS).toISOString(),
  }));
  return findConflicts(cited, { language: english, retriever: createFakeRetriever([]), now: NOW });
}

describe("findConflicts()", () => {
  test("names both quotes, the newer one first, with their age", () => {
    expect(conflicts("Parental leave takes 12 weeks.", "Parental leave takes **16 weeks** now.")).toEqual([
      {
        newer: 2,
        older: 1,
        text: "Slack (last year) says “Parental leave takes 16 weeks now.” [2]; Handbook (2 years ago) says “Parental leave takes 12 weeks.” [1]",
      },
    ]);
  });

  test.each([
    ["Parental leave takes twelve weeks.", "Parental leave takes 16 weeks."],
    ["The launch of the product is on 3 May.", "The launch of the product is on 7 May."],
    ["The release meeting is on Monday morning.", "The release meeting is on Tuesday morning."],
    ["The yearly licence costs $500.", "The yearly licence costs $650."],
    ["Contractors can use the travel portal.", "Contractors cannot use the travel portal."],
  ])("%s / %s", (first, second) => {
    expect(conflicts(first, second)).toHaveLength(1);
  });

  test.each([
    ["Parental leave takes 12 weeks.", "Parental leave takes twelve weeks."],
    ["Parental leave takes 12 weeks.", "Sick leave is paid for 6 weeks by the insurer."],
    ["The release meeting is on Monday.", "The release meeting has 12 people."],
    ["The office has 12 desks on floor 3.", "The office has 12 desks on floor 3, near the lift."],
    ["The budget is 1,000 euros a year.", "The budget is 1000 euros a year."],
  ])("%s agrees with %s", (first, second) => {
    expect(conflicts(first, second)).toEqual([]);
  });

  test("finds no conflict inside one document", () => {
    expect(conflicts("Parental leave takes 12 weeks.", "Parental leave takes 16 weeks.", ["a", "a"])).toEqual(
      [],
    );
  });
});
