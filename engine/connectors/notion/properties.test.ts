import { expect, test } from "vitest";
import { peopleIn, propertyLines, titleOf } from "./properties";

const rich = (text: string) => [{ type: "text", plain_text: text }];

const PROPERTIES = {
  Task: { id: "title", type: "title", title: rich("Repair the boiler") },
  Status: { type: "status", status: { name: "In progress", color: "blue" } },
  Tags: { type: "multi_select", multi_select: [{ name: "heat" }, { name: "home" }] },
  Due: { type: "date", date: { start: "2026-01-05", end: "2026-01-06" } },
  Owner: {
    type: "people",
    people: [
      { object: "user", id: "1", name: "Mia Krystof" },
      { object: "user", id: "2" },
    ],
  },
  Note: { type: "rich_text", rich_text: rich("Call\nfirst") },
  Cost: { type: "number", number: 0 },
  Paid: { type: "checkbox", checkbox: false },
  Ticket: { type: "unique_id", unique_id: { prefix: "HOME", number: 7 } },
  Left: { type: "formula", formula: { type: "string", string: "3 days" } },
  Costs: {
    type: "rollup",
    rollup: {
      function: "show_original",
      type: "array",
      array: [
        { type: "number", number: 4 },
        { type: "select", select: { name: "EUR" } },
      ],
    },
  },
  Bill: {
    type: "files",
    files: [{ name: "bill.pdf", type: "file", file: { url: "https://files.example/x" } }],
  },
  Site: { type: "url", url: "https://example.com" },
  Blocks: { type: "relation", relation: [{ id: "a1" }] },
  Empty: { type: "select", select: null },
  Press: { type: "button", button: {} },
  Odd: 7,
  Odder: { type: "novel", novel: { deep: true } },
};

test("titleOf() finds the title property under any name", () => {
  expect(titleOf(PROPERTIES)).toBe("Repair the boiler");
  expect(titleOf({ Name: null })).toBe("");
});

test("propertyLines() lists properties with a value, without those only Notion can interpret", () => {
  expect(propertyLines(PROPERTIES)).toEqual([
    "- Status: In progress",
    "- Tags: heat, home",
    "- Due: 2026-01-05 to 2026-01-06",
    "- Owner: Mia Krystof",
    "- Note: Call first",
    "- Cost: 0",
    "- Paid: no",
    "- Ticket: HOME-7",
    "- Left: 3 days",
    "- Costs: 4, EUR",
    "- Bill: bill.pdf",
    "- Site: https://example.com",
  ]);
});

test("peopleIn() names the people of the properties", () => {
  expect(peopleIn(PROPERTIES)).toEqual(["Mia Krystof"]);
});
