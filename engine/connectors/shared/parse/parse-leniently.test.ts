import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parseLeniently, unreadNote } from "./parse-leniently";

const schema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  start: z.object({ at: z.number(), zone: z.string().nullish() }).nullish(),
  people: z.array(z.object({ name: z.string(), age: z.number().nullish() })).nullish(),
});

describe("parseLeniently()", () => {
  test("keeps an item that is as expected", () => {
    const item = { id: "a", title: "A", people: [{ name: "Ada", age: 3 }] };
    expect(parseLeniently(schema, item)).toEqual({ data: item, unread: [] });
  });

  test.each<[string, unknown, unknown, readonly string[]]>([
    ["a field of another type", { id: "a", title: 7 }, { id: "a" }, ["title"]],
    [
      "a field of an entry",
      { id: "a", people: [{ name: "Ada", age: "three" }] },
      { id: "a", people: [{ name: "Ada" }] },
      ["people.age"],
    ],
    [
      "entries without a required field",
      { id: "a", people: [{ age: 1 }, { name: "Ada" }, 7, null, { name: "Bo" }] },
      { id: "a", people: [{ name: "Ada" }, { name: "Bo" }] },
      ["people"],
    ],
    ["a part without its required field", { id: "a", start: { zone: "x" } }, { id: "a" }, ["start"]],
    ["a list that is none", { id: "a", people: { name: "Ada" } }, { id: "a" }, ["people"]],
  ])("leaves out %s", (_, item, data, unread) => {
    const result = parseLeniently(schema, item);
    expect(result.data).toEqual(data);
    expect(result).toMatchObject({ unread });
  });

  test.each([undefined, null, 7, [], {}, { id: 7, title: "A" }, { title: "A" }])("fails for %j", (item) => {
    expect(parseLeniently(schema, item).error?.issues.length).toBeGreaterThan(0);
  });

  test("does not change the item", () => {
    const item = Object.freeze({ id: "a", title: 7 });
    expect(parseLeniently(schema, item).data).toEqual({ id: "a" });
  });
});

test("unreadNote() names the parts", () => {
  expect(unreadNote([])).toBe("");
  expect(unreadNote(["people", "title"])).toBe("2 parts could not be read: people, title");
});
