import fc from "fast-check";
import { expect, test } from "vitest";
import { convertExport } from "../testing/convert-export";

test("records in JSON are read as blocks of named values", async () => {
  expect(
    await convertExport("prices.json", [
      { item: "Tar", price: 12.5, tags: ["wood", "rope"], by: { name: "Mara", phone: null } },
      { item: "Oil", price: 4 },
    ]),
  ).toEqual({
    text: "item: Tar\nprice: 12.5\ntags: wood, rope\nby name: Mara\n\nitem: Oil\nprice: 4",
    format: "plain",
  });
  const { text } = await convertExport("yard.json", {
    yard: "North",
    data: { berths: [{ no: 1 }, { no: 2 }] },
  });
  expect(text).toBe("yard: North\n\nno: 1\n\nno: 2");
});

test("a line for each record is read as well", async () => {
  const { text } = await convertExport("a.jsonl", '{"no":1,"owner":"Mara"}\n{"no":2}\n');
  expect(text).toBe("no: 1\nowner: Mara\n\nno: 2");
});

test.each([
  ["package.json", { name: "x", contributors: [{ a: 1 }, { a: 2 }] }],
  ["eslint.config.json", [{ a: 1 }, { a: 2 }]],
  ["types.json", { $schema: "x", items: [{ a: 1 }, { a: 2 }] }],
  ["one.json", { opens: "8:00", closes: "17:00" }],
  ["list.json", ["a", "b"]],
])("%s stays as it is", async (name, value) => {
  expect(await convertExport(name, value)).toEqual({ text: JSON.stringify(value), format: "code" });
});

test("a long line of JSON is read by its values", async () => {
  const { text, format } = await convertExport("yard.json", {
    hint: "The key is under the third stone.",
    filler: "x ".repeat(600),
  });
  expect([format, text.split("\n")[0]]).toEqual(["plain", "hint: The key is under the third stone."]);
});

test("every value of records in JSON is in the text, and nesting harms nothing", async () => {
  const record = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.jsonValue({ maxDepth: 5, noUnicodeString: true }),
    { minKeys: 1 },
  );
  const scalars = (value: unknown): readonly string[] => {
    if (typeof value === "object" && value !== null) return Object.values(value).flatMap(scalars);
    return value === null ? [] : [String(value).replace(/\s+/g, " ").trim()];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 2 }), async (records) => {
      // A list without any value holds no text.
      const { text } = await convertExport("a.json", [...records, { end: "end" }]);
      for (const words of scalars(records)) expect(text).toContain(words);
    }),
    { numRuns: 150 },
  );
  const deep = `[${"[".repeat(50_000)}${"]".repeat(50_000)}]`;
  expect((await convertExport("a.json", deep)).format).toBe("code");
});
