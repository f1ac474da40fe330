import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import type { Document } from "../../model/document";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { DAY_MS } from "../../util/durations";
import { scoredStatement } from "../testing/scored-statement";
import { weighVersions } from "../versions/weigh-versions";
import { findConflicts } from "./find-conflicts";

const NOW = Date.UTC(2026, 10, 20);

interface ConflictCase {
  readonly question?: string;
  readonly fields?: readonly Partial<Document>[];
}

function conflicts(
  first: string,
  second: string,
  { question = "What is it?", fields = [] }: ConflictCase = {},
) {
  const statements = [first, second].map((text, at) =>
    scoredStatement(text, {
      documentId: at,
      title: "",
      itemId: ["a", "b"][at] ?? "",
      updatedAt: NOW - (2 - at) * 400 * DAY_MS,
      ...fields[at],
    }),
  );
  const deps = { language: english, retriever: createFakeRetriever([]), now: NOW };
  const { contradictions } = weighVersions(statements, question, deps);
  const citations = statements.map(({ passage: { document }, statement }, at) => ({
    n: at + 1,
    source: ["Handbook", "Slack"][at] ?? "",
    title: document.title,
    sourceId: document.sourceId,
    itemId: document.itemId,
    updatedAt: new Date(document.updatedAt).toISOString(),
    start: statement.start,
    end: statement.end,
  }));
  return findConflicts(citations, contradictions, deps);
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
    const fields = [
      { documentId: 1, itemId: "a" },
      { documentId: 1, itemId: "a" },
    ];
    expect(conflicts("Parental leave takes 12 weeks.", "Parental leave takes 16 weeks.", { fields })).toEqual(
      [],
    );
  });

  test("says that neither is known to be newer where their dates are equal", () => {
    const fields = [{ updatedAt: NOW }, { updatedAt: NOW }];
    const [conflict] = conflicts("The gate opens at 7 am.", "The gate opens at 8 am.", { fields });
    expect(conflict).toMatchObject({ newer: 1, older: 2, isOrderUnknown: true });
    expect(conflict!.text).toMatch(/Neither is known to be the newer$/);
  });
});
