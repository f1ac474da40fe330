import { describe, expect, test } from "vitest";
import { mrkdwnToMarkdown } from "./mrkdwn-to-markdown";
import { referencedIds, resolveReferences } from "./references";

const names = {
  user: (id: string) => (id === "U1" ? "Ada" : "Someone"),
  channel: (id: string) => (id === "C1" ? "general" : undefined),
  group: (id: string) => (id === "S1" ? "design" : undefined),
};
const convert = (text: string) => resolveReferences(mrkdwnToMarkdown(text), names);

describe("mrkdwnToMarkdown()", () => {
  test.each([
    ["a bare link", "<https://a.example/x?a=1&amp;b=2>", "<https://a.example/x?a=1&b=2>"],
    ["a named link", "see <https://a.example|the [plan]>", "see [the \\[plan\\]](https://a.example/)"],
    ["a link with brackets", "<https://a.example/x_(y)|x>", "[x](https://a.example/x_%28y%29)"],
    ["a link named after itself", "<https://a.example|https://a.example>", "<https://a.example>"],
    ["an e-mail address", "<mailto:a@b.example|a@b.example>", "a@b.example"],
    ["a mention", "<@U1> and <@U2|bob>", "@Ada and @bob"],
    ["a channel", "<#C1>, <#C2|random>, <#C3|>", "#general, #random, #C3"],
    ["everybody", "<!here> <!channel|@channel>", "@here @channel"],
    ["user groups", "<!subteam^S9|@writers> <!subteam^S1> <!subteam^S2>", "@writers @design @group"],
    ["a date", "<!date^1392734382^{date}|Feb 18, 2014>", "Feb 18, 2014"],
    ["a date without a label", "<!date^1392734382^{date}>", "2014-02-18 14:39 UTC"],
    ["bold", "*really* (*now*)", "**really** (**now**)"],
    ["struck out", "~no~ maybe", "~~no~~ maybe"],
    ["emphasis, which is alike", "_so_", "_so_"],
    ["no bold within words", "2*3*4 and a * b * c", "2*3*4 and a * b * c"],
    ["a quote", "&gt; said\n&gt;again", "> said\n> again"],
    ["a list", "• one\n• two", "- one\n- two"],
    ["emoji codes", ":tada: done", ":tada: done"],
    ["escaped characters", "a &amp;&amp; b &lt; c", "a && b < c"],
    ["what would be a tag", "&lt;script&gt;", "\\<script>"],
    ["inline code", "run `a *b* &lt;c&gt;` now", "run `a *b* <c>` now"],
    ["a code block", "so:```if (a &lt; b) {\n  *c*\n}```", "so:\n```\nif (a < b) {\n  *c*\n}\n```\n"],
    ["a link in code", "`<http://a.example|a.example>`", "`a.example`"],
  ])("converts %s to Markdown", (_, mrkdwn, markdown) => {
    expect(convert(mrkdwn)).toBe(markdown);
  });

  test("ends for a long text of markup characters", () => {
    expect(convert(`${"*~_`<".repeat(20_000)} end`)).toMatch(/end$/);
  });
});

test("referencedIds() returns the mentioned ids of one kind", () => {
  const text = mrkdwnToMarkdown("<@U1> told <@W2> in <#C1> of <!subteam^S1>");
  expect(referencedIds(text, "@")).toEqual(["U1", "W2"]);
  expect(referencedIds(text, "#")).toEqual(["C1"]);
  expect(referencedIds(text, "&")).toEqual(["S1"]);
});
