import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adfToMarkdown } from "./adf-to-markdown";

const text = (value: string, ...marks: object[]) => ({ type: "text", text: value, marks });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const item = (...content: object[]) => ({ type: "listItem", content });
const doc = (...content: unknown[]) => ({ type: "doc", version: 1, content });

describe("adfToMarkdown()", () => {
  test.each([
    ["a heading", [{ type: "heading", attrs: { level: 2 }, content: [text("Why")] }], "## Why"],
    [
      "marks",
      [
        paragraph(
          text("Bold ", { type: "strong" }),
          text("run()", { type: "code" }),
          text(" gone", { type: "strike" }),
        ),
      ],
      "**Bold** `run()` ~~gone~~",
    ],
    [
      "a link",
      [paragraph(text("docs", { type: "link", attrs: { href: "https://example.com/a(b)" } }))],
      "[docs](https://example.com/a%28b%29)",
    ],
    [
      "a link to a script as its text",
      [paragraph(text("docs", { type: "link", attrs: { href: "javascript:alert(1)" } }))],
      "docs",
    ],
    [
      "nested lists",
      [
        {
          type: "bulletList",
          content: [
            item(paragraph(text("one")), {
              type: "orderedList",
              attrs: { order: 3 },
              content: [item(paragraph(text("deep"))), item(paragraph(text("deeper")))],
            }),
            item(paragraph(text("two"))),
          ],
        },
      ],
      "- one\n  3. deep\n  4. deeper\n- two",
    ],
    [
      "tasks",
      [
        {
          type: "taskList",
          content: [
            { type: "taskItem", attrs: { state: "DONE" }, content: [text("ship")] },
            { type: "taskItem", attrs: { state: "TODO" }, content: [text("tell")] },
          ],
        },
      ],
      "- [x] ship\n- [ ] tell",
    ],
    [
      "code with backticks inside",
      [{ type: "codeBlock", attrs: { language: "ts" }, content: [text("const a = `b`;\n```")] }],
      "````ts\nconst a = `b`;\n```\n````",
    ],
    [
      "a table",
      [
        {
          type: "table",
          content: [
            {
              type: "tableRow",
              content: [
                { type: "tableHeader", content: [paragraph(text("Name"))] },
                { type: "tableHeader", content: [paragraph(text("a|b"))] },
              ],
            },
            {
              type: "tableRow",
              content: [{ type: "tableCell", content: [paragraph(text("one")), paragraph(text("two"))] }],
            },
          ],
        },
      ],
      "| Name | a\\|b |\n| --- | --- |\n| one two |  |",
    ],
    [
      "a panel",
      [
        {
          type: "panel",
          attrs: { panelType: "info" },
          content: [paragraph(text("Mind")), paragraph(text("this"))],
        },
      ],
      "> Mind\n>\n> this",
    ],
    [
      "an expand with its title",
      [{ type: "expand", attrs: { title: "More" }, content: [paragraph(text("hidden"))] }],
      "**More**\n\nhidden",
    ],
    [
      "mentions, emoji, dates, statuses and cards",
      [
        paragraph(
          { type: "mention", attrs: { id: "1", text: "@Mia" } },
          text(" "),
          { type: "emoji", attrs: { shortName: ":tada:", text: "🎉" } },
          text(" "),
          { type: "date", attrs: { timestamp: "1700000000000" } },
          text(" "),
          { type: "status", attrs: { text: "DONE" } },
          { type: "hardBreak" },
          { type: "inlineCard", attrs: { url: "https://example.com/x" } },
        ),
      ],
      "@Mia 🎉 2023-11-14 DONE\nhttps://example.com/x",
    ],
    [
      "a picture",
      [
        {
          type: "mediaSingle",
          content: [{ type: "media", attrs: { id: "1", type: "file", alt: "plan.png" } }],
        },
      ],
      "(attachment: plan.png)",
    ],
    [
      "what Markdown would misread",
      [paragraph(text("*a* and snake_case and [x]")), paragraph(text("# no heading"))],
      "\\*a\\* and snake_case and \\[x]\n\n\\# no heading",
    ],
    [
      "unknown nodes",
      [{ type: "sparkle", attrs: { text: "own" }, content: [paragraph(text("inner")), text("loose")] }],
      "own\n\ninner\n\nloose",
    ],
  ])("converts %s", (_, content, markdown) => {
    expect(adfToMarkdown(doc(...content))).toBe(markdown);
  });

  test.each([undefined, null, "text", 7, [], {}, { type: "doc" }, doc(null, 3, "x", { content: "no" })])(
    "returns an empty text for %j",
    (value) => {
      expect(adfToMarkdown(value)).toBe("");
    },
  );

  const types = fc.constantFrom(
    "doc",
    "paragraph",
    "heading",
    "bulletList",
    "listItem",
    "taskList",
    "taskItem",
    "table",
    "tableRow",
    "tableCell",
    "codeBlock",
    "panel",
    "expand",
    "mention",
    "text",
    "sparkle",
    "mediaSingle",
    "media",
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.record(
        {
          type: types,
          text: fc.oneof(fc.string(), fc.constant(null)),
          attrs: fc.oneof(
            fc.dictionary(fc.constantFrom("level", "text", "url", "order", "title"), fc.jsonValue()),
            fc.constant(3),
          ),
          marks: fc.oneof(
            fc.array(fc.record({ type: fc.constantFrom("strong", "code", "link"), attrs: fc.jsonValue() })),
            fc.constant("no"),
          ),
          content: fc.oneof(fc.array(tie("tree"), { maxLength: 4 }), fc.constant({})),
        },
        { requiredKeys: [] },
      ),
    ),
  }));

  test("accepts any JSON", () => {
    fc.assert(fc.property(tree, (value) => typeof adfToMarkdown(value) === "string"));
  });

  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  const { said: textTree } = fc.letrec<{ said: { type: string } }>((tie) => ({
    said: fc.oneof(
      { maxDepth: 5 },
      word.map((value) => text(value)),
      fc.record({
        type: fc.constantFrom(
          "paragraph",
          "heading",
          "bulletList",
          "listItem",
          "panel",
          "table",
          "tableRow",
          "tableCell",
          "sparkle",
          "blockquote",
          "taskList",
          "taskItem",
          "codeBlock",
        ),
        content: fc.array(tie("said"), { minLength: 1, maxLength: 4 }),
      }),
    ),
  }));

  test("keeps every word, however the known nodes are nested", () => {
    fc.assert(
      fc.property(textTree, (value) => {
        const words = [...JSON.stringify(value).matchAll(/"text":"(\w+)"/g)].map(([, found]) => found);
        const markdown = adfToMarkdown(doc(value));
        for (const each of words) expect(markdown).toContain(each);
      }),
    );
  });

  test("converts 20,000 nested nodes without overflowing the stack", () => {
    let value: object = text("bottom");
    for (let depth = 0; depth < 20_000; depth++)
      value = { type: depth % 2 ? "bulletList" : "listItem", content: [value] };
    expect(adfToMarkdown(doc(value))).toContain("bottom");
    expect(adfToMarkdown(doc(value), new Map([["8", "Ole Berg"]]))).toContain("bottom");
  });
});
