import fc from "fast-check";
import { expect, test } from "vitest";
import { mutatedJson } from "../../testing/fuzz/mutated-json";
import { idsIn, peopleIn, propertyLines, titleOf } from "./properties";
import { PROPERTIES as DOCUMENTED } from "./testing/documented-properties";

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

const names = {
  user: (id: string) => (id === "2" ? "Emma Richards" : undefined),
  page: (id: string) => (id === "a1" ? "Order the valve" : undefined),
};

test("propertyLines() lists properties with a value, and counts those it cannot read", () => {
  const left: unknown[] = [];
  const leaveOut = ({ name }: { readonly name: string }) => left.push(name);
  expect(propertyLines(PROPERTIES, { names, leaveOut })).toEqual([
    "- Status: In progress",
    "- Tags: heat, home",
    "- Due: 2026-01-05 to 2026-01-06",
    "- Owner: Mia Krystof, Emma Richards",
    "- Note: Call first",
    "- Cost: 0",
    "- Paid: no",
    "- Ticket: HOME-7",
    "- Left: 3 days",
    "- Costs: 4, EUR",
    "- Bill: bill.pdf",
    "- Site: https://example.com",
    "- Blocks: Order the valve",
  ]);
  expect(left).toEqual(["Odder"]);
});

test("idsIn() finds the people and the related pages whose names are not given", () => {
  expect(idsIn(PROPERTIES)).toEqual({ users: ["2"], pages: ["a1"] });
});

test("peopleIn() names the people of the properties", () => {
  expect(peopleIn(PROPERTIES, names)).toEqual(["Mia Krystof", "Emma Richards"]);
});

test("propertyLines() keeps every word of fields that are dropped, null, of another type or unknown, or counts them", () => {
  const documented = Object.fromEntries(Object.entries(DOCUMENTED).map(([type, [value]]) => [type, value]));
  const shown = /heat|Urgent|In progress|Plumbers|3 days|Depot|Hill 7|bill\.pdf|8315/g;
  fc.assert(
    fc.property(mutatedJson(documented), (broken) => {
      let left = 0;
      const context = { names: { user: () => "Mia", page: () => "Valve" }, leaveOut: () => left++ };
      const properties = broken as Record<string, unknown>;
      const text = propertyLines(properties, context).join("\n");
      const lost = (JSON.stringify(properties).match(shown) ?? []).filter((word) => !text.includes(word));
      expect(left === 0 ? lost : []).toEqual([]);
      expect(() => idsIn(properties)).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
