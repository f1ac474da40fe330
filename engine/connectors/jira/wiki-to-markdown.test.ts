import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wikiToMarkdown } from "./wiki-to-markdown";

describe("wikiToMarkdown()", () => {
  test.each([
    ["headings", "h1. Why\nBecause", "# Why\n\nBecause"],
    ["emphasis", "*bold*, _slanted_ and -gone-", "**bold**, *slanted* and ~~gone~~"],
    [
      "marks within words as they are",
      "snake_case 2*3*4 well-known-fact",
      "snake_case 2\\*3\\*4 well-known-fact",
    ],
    ["nested lists", "* one\n** two\n# first\n## second", "- one\n   - two\n1. first\n   1. second"],
    [
      "links",
      "[docs|https://example.com/a] [https://example.com/b]",
      "[docs](https://example.com/a) https://example.com/b",
    ],
    ["mentions", "[~mia] asks [~accountid:7]", "@Mia Krystof asks @7"],
    ["pictures and files", "!plan.png|width=300! [^log.txt]", "(attachment: plan.png) (attachment: log.txt)"],
    ["inline code, whose marks mean nothing", "run {{a *b* c}}", "run `a *b* c`"],
    [
      "code blocks",
      "Before\n{code:java}\nint *a*;\n{code}\nafter",
      "Before\n\n```java\nint *a*;\n```\n\nafter",
    ],
    ["text as it is", "{noformat}\nh1. no\n{noformat}", "```\nh1. no\n```"],
    ["quotes", "{quote}said *so*{quote}", "> said **so**"],
    ["panels with their title", "{panel:title=Mind|bgColor=red}this{panel}", "> **Mind**\n>\n> this"],
    ["notes", "{note:title=Mind}hot{note}", "> **Mind**\n>\n> hot"],
    ["titles of code", "{code:title=run.sh|borderStyle=solid}\nls\n{code}", "**run.sh**\n\n```\nls\n```"],
    ["pictures of other sites", "!https://a.test/x.png|thumbnail!", "(picture: https://a.test/x.png)"],
    ["file names with spaces", "!floor plan.png!", "(attachment: floor plan.png)"],
    ["icons and citations", "(/) done (x) not, said ??the guide??", "✔ done ✘ not, said “the guide”"],
    ["links to places and addresses", "[#Aim] [mailto:a@b.test]", "Aim mailto:a@b.test"],
    ["bq. and rules", "bq. said\n----", "> said\n\n---"],
    [
      "table rows over several lines",
      "||Step||Owner||\n|first\nsecond|[~mia]|",
      "| Step | Owner |\n| --- | --- |\n| first second | @Mia Krystof |",
    ],
    ["unknown macros as they are", "{chart:type=pie}", "{chart:type=pie}"],
    ["colours as their text", "{color:red}hot{color}", "hot"],
    [
      "tables",
      "||Name||Age||\n|Mia|[3|https://x.io/]|",
      "| Name | Age |\n| --- | --- |\n| Mia | [3](https://x.io/) |",
    ],
  ])("converts %s", (_, wiki, markdown) => {
    expect(wikiToMarkdown(wiki, new Map([["mia", "Mia Krystof"]]))).toBe(markdown);
  });

  test.each([
    ["Use Map<String, Integer> in <file>", "Use Map\\<String, Integer> in \\<file>"],
    ["5*3*2 boxes", "5\\*3\\*2 boxes"],
    ["from -5 to -3 degrees, an -old- one", "from -5 to -3 degrees, an ~~old~~ one"],
    ["_*both*_ and *_both_*", "***both*** and ***both***"],
    ["pre{*}bold{*}post", "pre**bold**post"],
    ["||A||B||\n|x|{{y|z}}|", "| A | B |\n| --- | --- |\n| x | `y\\|z` |"],
  ])("keeps every word of %j", (wiki, markdown) => {
    expect(wikiToMarkdown(wiki)).toBe(markdown);
  });

  test("accepts any text", () => {
    const marks = fc.constantFrom(
      "{code}",
      "{quote}",
      "||",
      "|",
      "*",
      "_",
      "-",
      "[",
      "]",
      "{{",
      "}}",
      "h1. ",
      "\n",
      "a",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 60 }),
        (parts) => typeof wikiToMarkdown(parts.join("")) === "string",
      ),
    );
    const long = "*a ".repeat(20_000) + "{quote}".repeat(1_001);
    expect(wikiToMarkdown(long)).toContain("a");
  });
});
