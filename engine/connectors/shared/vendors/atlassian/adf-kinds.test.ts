import { expect, test } from "vitest";
import { adfToMarkdown } from "./adf-to-markdown";

const text = (value: string) => ({ type: "text", text: value });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", version: 1, content });

const node = (type: string, attrs: object = {}, ...content: object[]) => ({ type, attrs, content });
const cell = (value: string, attrs: object = {}) => node("tableCell", attrs, paragraph(text(value)));
const row = (...content: object[]) => node("tableRow", {}, ...content);

test.each<[string, object, string]>([
  ["heading", node("heading", { level: 3 }, text("Aim")), "### Aim"],
  ["hardBreak", paragraph(text("one"), node("hardBreak"), text("two")), "one\ntwo"],
  ["mention with its name", paragraph(node("mention", { id: "7", text: "@Ida" })), "@Ida"],
  ["mention without a name", paragraph(node("mention", { id: "8" })), "@Ole Berg"],
  ["mention of an unknown person", paragraph(node("mention", { id: "9" })), "@someone"],
  ["emoji", paragraph(node("emoji", { shortName: ":tada:" })), ":tada:"],
  ["date", paragraph(node("date", { timestamp: "1767571200000" })), "2026-01-05"],
  ["status", paragraph(node("status", { text: "AT RISK" })), "AT RISK"],
  ["inlineCard", paragraph(node("inlineCard", { url: "https://a.test/x" })), "https://a.test/x"],
  [
    "inlineCard with its data",
    paragraph(node("inlineCard", { data: { name: "Plan", url: "https://a.test/p" } })),
    "[Plan](https://a.test/p)",
  ],
  [
    "blockCard of a list of issues",
    node("blockCard", {
      url: "https://a.test/issues",
      datasource: { id: "1", parameters: { jql: "project = EX" } },
    }),
    "[project = EX](https://a.test/issues)",
  ],
  ["embedCard", node("embedCard", { url: "https://a.test/v" }), "https://a.test/v"],
  ["card without an address", node("blockCard"), "(link card)"],
  ["media", node("mediaSingle", {}, node("media", { alt: "map.png" })), "(attachment: map.png)"],
  [
    "media with a caption",
    node("mediaSingle", {}, node("media"), node("caption", {}, text("Route"))),
    "(attachment)\n\nRoute",
  ],
  ["mediaInline", paragraph(node("mediaInline", { alt: "log.txt" })), "(attachment: log.txt)"],
  [
    "external media",
    node("mediaSingle", {}, node("media", { type: "external", url: "https://a.test/i" })),
    "[https://a.test/i](https://a.test/i)",
  ],
  ["panel", node("panel", { panelType: "warning" }, paragraph(text("Hot"))), "> Hot"],
  ["blockquote", node("blockquote", {}, paragraph(text("Said"))), "> Said"],
  ["codeBlock", node("codeBlock", { language: "sh" }, text("ls")), "```sh\nls\n```"],
  ["rule", node("rule"), "---"],
  ["nestedExpand", node("nestedExpand", { title: "More" }, paragraph(text("in"))), "**More**\n\nin"],
  [
    "blockTaskItem",
    node("taskList", {}, node("blockTaskItem", { state: "TODO" }, paragraph(text("pay")))),
    "- [ ] pay",
  ],
  [
    "decisionList",
    node("decisionList", {}, node("decisionItem", { state: "DECIDED" }, text("go east"))),
    "- Decision: go east",
  ],
  [
    "layout",
    node(
      "layoutSection",
      {},
      node("layoutColumn", {}, paragraph(text("left"))),
      node("layoutColumn", {}, paragraph(text("right"))),
    ),
    "left\n\nright",
  ],
  ["extension", node("extension", { extensionKey: "toc" }), "(toc)"],
  [
    "extension with parameters",
    node("extension", {
      extensionKey: "jira",
      parameters: {
        macroParams: { jqlQuery: { value: "project = EX" } },
        macroMetadata: { title: "Jira" },
      },
    }),
    "(Jira: project = EX)",
  ],
  [
    "bodiedExtension",
    node("bodiedExtension", { extensionKey: "excerpt" }, paragraph(text("kept"))),
    "(excerpt)\n\nkept",
  ],
  ["inlineExtension", paragraph(node("inlineExtension", { extensionKey: "anchor" })), "(anchor)"],
  ["syncBlock", node("syncBlock", { resourceId: "1" }), "(a block shown from another page)"],
  ["an unknown node without text", node("sparkle", { depth: 3 }), "(sparkle)"],
  [
    "merged cells in every row they cover",
    node(
      "table",
      {},
      row(cell("Team"), cell("Day"), cell("Owner")),
      row(cell("East", { rowspan: 2 }), cell("Mon"), cell("Ida")),
      row(cell("every day", { colspan: 2 })),
    ),
    "| Team | Day | Owner |\n| --- | --- | --- |\n| East | Mon | Ida |\n| East | every day | every day |",
  ],
])("adfToMarkdown() leaves words or a note of a documented kind: %s", (_, value, markdown) => {
  expect(adfToMarkdown(doc(value), new Map([["8", "Ole Berg"]]))).toBe(markdown);
});
