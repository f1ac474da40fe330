import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPlainMarkdown } from "./to-plain-markdown";

const lines = (...all: string[]) => all.join("\n");

describe("toPlainMarkdown()", () => {
  test.each([
    [
      "headings and lists as they are",
      lines("# Why", "- one", "\t- two", "1. first"),
      lines("# Why", "- one", "\t- two", "1. first"),
    ],
    [
      "no colours",
      lines('# Why {toggle="true" color="blue"}', '<span color="red">hot</span> set\\{x\\}'),
      lines("# Why", "hot set{x}"),
    ],
    [
      "callouts and columns as their text, at the margin",
      lines(
        '<callout icon="💡" color="blue_bg">',
        "\tMind the gap",
        "\t- really",
        "</callout>",
        "<columns>",
        "\t<column>",
        "\t\tLeft",
        "\t</column>",
        "</columns>",
      ),
      lines("Mind the gap", "- really", "", "Left"),
    ],
    [
      "fenced callouts as their text",
      lines('::: callout {icon="💡"}', "Mind the gap", ":::", "after"),
      lines("Mind the gap", "", "after"),
    ],
    [
      "what is folded away, under its title",
      lines("<details>", "<summary>More</summary>", "\tHidden", "</details>"),
      lines("**More**", "", "Hidden"),
    ],
    [
      "tables",
      lines(
        '<table header-row="true">',
        "\t<colgroup>",
        '\t\t<col width="20">',
        "\t</colgroup>",
        "\t<tr>",
        "\t\t<td>Name</td>",
        "\t\t<td>a|b</td>",
        "\t</tr>",
        "\t<tr>",
        '\t\t<td color="red">Mia</td>',
        "\t\t<td>**7**</td>",
        "\t</tr>",
        "</table>",
      ),
      lines("| Name | a\\|b |", "| --- | --- |", "| Mia | **7** |"),
    ],
    [
      "mentions and pages within as links and names",
      lines(
        '<mention-user url="user://1">Mia</mention-user> on <mention-date start="2026-01-05" end="2026-01-06"/>',
        '<page url="https://www.notion.so/abc">Child</page>',
        '<mention-page url="https://www.notion.so/def">Plan</mention-page>',
      ),
      lines(
        "@Mia on 2026-01-05 to 2026-01-06",
        "[Child](https://www.notion.so/abc)",
        "[Plan](https://www.notion.so/def)",
      ),
    ],
    [
      "no addresses of files, which expire",
      lines(
        "![Plan](https://files.example/x.png?X-Amz-Expires=3600)",
        '<pdf src="https://files.example/y.pdf?X-Amz-Expires=3600">Terms</pdf>',
        '<file src="https://prod-files-secure.s3.amazonaws.com/a/b%20c.zip"></file>',
        '<video src="https://video.example/v">Tour</video>',
      ),
      lines(
        "(attachment: Plan)",
        "(attachment: Terms, y.pdf)",
        "(attachment: b c.zip)",
        "[Tour](https://video.example/v)",
      ),
    ],
    [
      "code letter by letter",
      lines(
        "<callout>",
        "\t```html",
        '\t<callout color="red">',
        "\t\tx \\{",
        "\t</callout>",
        "\t```",
        "</callout>",
        "run `<b>`",
      ),
      lines("```html", '<callout color="red">', "\tx \\{", "</callout>", "```", "", "run `<b>`"),
    ],
    [
      "no empty blocks",
      lines("one", "<empty-block/>", "<table_of_contents/>", "two"),
      lines("one", "", "two"),
    ],
  ])("keeps %s", (_, enhanced, plain) => {
    expect(toPlainMarkdown(enhanced)).toBe(plain);
  });

  test("accepts malformed markup and keeps every word", () => {
    const parts = fc.constantFrom(
      "<callout>",
      "</callout>",
      "<table>",
      "</table>",
      "<tr>",
      "<td>",
      "</td>",
      "```",
      "\n",
      "\t",
      "<",
      "{",
      "`",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
        expect(toPlainMarkdown(`word\n${all.join("")}`)).toMatch(/^word/);
      }),
    );
  });
});

test("toPlainMarkdown() keeps children of quotes and headings as text, not as code", () => {
  const enhanced = lines(
    '# Why {toggle="true"}',
    "\tBecause",
    "> Said",
    "\tand so",
    "- item",
    "\t- deep",
    "\t\tdeeper",
  );
  expect(toPlainMarkdown(enhanced)).toBe(
    lines("# Why", "", "Because", "> Said", "", "and so", "- item", "\t- deep", "\t\tdeeper"),
  );
});

test.each(['<page url="', "\t", '<mention-page url="a">', '{a="', "<li>", "<td>", "<b></i>"])(
  "toPlainMarkdown() ends for a page of nothing but %j",
  (unit) => {
    expect(toPlainMarkdown(`${unit.repeat(20_000 / unit.length)}\nend`)).toMatch(/end$/);
  },
);
