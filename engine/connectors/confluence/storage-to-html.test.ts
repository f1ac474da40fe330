import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert } from "../../convert/convert-document";
import { CONTENT_HTML } from "../../model/source-document";
import { sourceDocumentFixture } from "../../testing/fixtures";
import { storageToHtml } from "./storage-to-html";

const TARGETS = {
  base: "https://acme.atlassian.net/wiki",
  spaceKey: "ENG",
  jiraBase: "https://acme.atlassian.net",
};

const macro = (name: string, inner: string) =>
  `<ac:structured-macro ac:name="${name}">${inner}</ac:structured-macro>`;
const parameter = (name: string, value: string) => `<ac:parameter ac:name="${name}">${value}</ac:parameter>`;
const plain = (text: string) => `<ac:plain-text-body><![CDATA[${text}]]></ac:plain-text-body>`;
const rich = (html: string) => `<ac:rich-text-body>${html}</ac:rich-text-body>`;

async function read(storage: string): Promise<string> {
  const content = {
    kind: "text",
    mediaType: CONTENT_HTML,
    text: storageToHtml(storage, TARGETS).html,
  } as const;
  const url = "https://acme.atlassian.net/wiki/spaces/ENG/pages/1";
  return (await convert(sourceDocumentFixture({ url, content }))).text;
}

describe("storageToHtml(), converted as a page", () => {
  test.each([
    [
      "code with its language, letter by letter",
      macro("code", parameter("language", "TypeScript") + plain('if (a < b && c) say("<p>");\n\n  next();')),
      '```typescript\nif (a < b && c) say("<p>");\n\n  next();\n```',
    ],
    [
      "links to pages by their title",
      '<p>See <ac:link><ri:page ri:space-key="OPS" ri:content-title="On call &amp; you" /></ac:link> and <ac:link><ri:page ri:content-title="Home" /><ac:plain-text-link-body><![CDATA[the start]]></ac:plain-text-link-body></ac:link>.</p>',
      "See [On call & you](https://acme.atlassian.net/wiki/display/OPS/On+call+%26+you) and [the start](https://acme.atlassian.net/wiki/display/ENG/Home).",
    ],
    [
      "panels as quotes with their title",
      macro("info", parameter("title", "Mind") + rich("<p>the <strong>gap</strong></p>")),
      "> **Mind**\n> \n> the **gap**",
    ],
    [
      "what is folded away",
      macro("expand", parameter("title", "More") + rich("<ul><li>one</li></ul>")),
      "**More**\n\n- one",
    ],
    [
      "tasks",
      "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>ship</ac:task-body></ac:task></ac:task-list>",
      "- ☑ ship",
    ],
    [
      "statuses, emoji, dates, pictures and issues within a line",
      `<p>${macro("status", parameter("title", "DONE"))} <ac:emoticon ac:name="tick" ac:emoji-fallback="✅" /> <time datetime="2026-01-05" /> <ac:image ac:alt="plan"><ri:attachment ri:filename="plan.png" /></ac:image> ${macro("jira", parameter("key", "EX-1"))}</p>`,
      "DONE ✅ 2026-01-05 (attachment: plan) [EX-1](https://acme.atlassian.net/browse/EX-1)",
    ],
    [
      "layouts and the new editor's panels once",
      '<ac:layout><ac:layout-section ac:type="single"><ac:layout-cell><ac:adf-extension><ac:adf-node type="panel"><ac:adf-attribute key="panel-type">note</ac:adf-attribute><ac:adf-content><p>said once</p></ac:adf-content></ac:adf-node><ac:adf-fallback><p>said once</p></ac:adf-fallback></ac:adf-extension></ac:layout-cell></ac:layout-section></ac:layout>',
      "said once",
    ],
    [
      "tables and entities",
      "<table><tbody><tr><th>Name</th><th>Role</th></tr><tr><td>J&uuml;rgen</td><td>a &lt; b</td></tr></tbody></table>",
      "| Name | Role |\n| --- | --- |\n| Jürgen | a < b |",
    ],
    [
      "no table of contents, which repeats the headings",
      `<p>Start</p>${macro("toc", parameter("maxLevel", "2"))}`,
      "Start",
    ],
  ])("keeps %s", async (_, storage, text) => {
    expect(await read(storage)).toBe(text);
  });

  test("accepts malformed markup and keeps its text", () => {
    const parts = fc.constantFrom(
      ...[
        "<p>",
        "</p>",
        '<ac:structured-macro ac:name="code">',
        "</ac:structured-macro>",
        "<ac:link>",
        "</ac:link>",
      ],
      ...["<ac:plain-text-body><![CDATA[", "]]></ac:plain-text-body>", "<ri:page", "/>", "&", "<", "]]>"],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
        expect(storageToHtml(`<p>word</p>${all.join("")}`, TARGETS).html).toContain("<p>word</p>");
      }),
    );
  });

  test("converts 20,000 nested elements without overflowing the stack", () => {
    expect(storageToHtml(`${"<ac:layout>".repeat(20_000)}bottom`, TARGETS).html).toContain("bottom");
  });
});
