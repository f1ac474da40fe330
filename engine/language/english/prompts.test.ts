import { describe, expect, test } from "vitest";
import { formatAge } from "./format-age";
import { prompts } from "./prompts";

const NOW = new Date(2026, 10, 20, 9, 30).getTime();
const HEADER = { title: "Travel", location: "Notes / rules", now: NOW };

test("answerRules() gives the date with its weekday, and the time zone", () => {
  const rules = prompts.answerRules("marker", NOW);
  expect(rules).toContain("Today is Friday, 20 November 2026.");
  expect(rules).toContain(`time zone is ${Intl.DateTimeFormat().resolvedOptions().timeZone} (GMT`);
});

describe("documentHeader()", () => {
  test("gives title, location and date by the calendar of the question", () => {
    const updatedAt = new Date(2026, 10, 19, 23, 30).getTime();
    expect(prompts.documentHeader({ ...HEADER, updatedAt })).toBe(
      "Document: Travel\nSource: Notes / rules\nUpdated: 2026-11-19 (yesterday)",
    );
  });

  test("gives the status where it is known", () => {
    expect(prompts.documentHeader({ ...HEADER, status: "draft" })).toMatch(/\nStatus: draft, not final$/);
    expect(prompts.documentHeader({ ...HEADER, status: "superseded" })).toMatch(/\nStatus: superseded/);
    expect(prompts.documentHeader(HEADER)).toBe("Document: Travel\nSource: Notes / rules");
  });
});

test.each([
  [new Date(2026, 10, 20, 0, 1), "today"],
  [new Date(2026, 10, 19, 23, 59), "yesterday"],
  [new Date(2026, 10, 18, 23, 59), "2 days ago"],
  [new Date(2026, 10, 13, 12), "last week"],
  [new Date(2026, 9, 1), "last month"],
  [new Date(2024, 9, 1), "2 years ago"],
  [new Date(2026, 10, 25), "today"],
])("formatAge() of %s is %s", (time, age) => {
  expect(formatAge(time.getTime(), NOW)).toBe(age);
});
