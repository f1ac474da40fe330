import { describe, expect, test } from "vitest";
import { htmlToText } from "./html-to-text";

describe("htmlToText()", () => {
  test.each([
    ["paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"],
    [
      "lines of a mail program",
      "<div>One</div><div>Two</div><div><br></div><div>Three</div>",
      "One\nTwo\n\nThree",
    ],
    ["line breaks", "One<br>Two<br><br>Three", "One\nTwo\n\nThree"],
    ["lists", "Bring:<ul><li>Pens</li><li>Paper</li></ul>", "Bring:\n- Pens\n- Paper"],
    ["tables", "<table><tr><td>Total</td><td>12</td></tr><tr><td>Tax</td></tr></table>", "Total 12\nTax"],
    [
      "quotes",
      "<p>Yes</p><blockquote><div>Shall we?</div><div>Ada</div></blockquote>",
      "Yes\n> Shall we?\n> Ada",
    ],
    ["spaces", "One  \n <b> two</b>&nbsp;three", "One two three"],
    ["character references", "a &lt; b &amp; c &#233;", "a < b & c é"],
  ])("keeps %s", (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test("leaves out styles, scripts and the head", () => {
    expect(
      htmlToText("<head><title>T</title><style>p{}</style></head><p>Words</p><script>x()</script>"),
    ).toBe("Words");
  });

  test("writes links where they are wanted and differ from their text", () => {
    const html =
      '<a href="https://a.example/x">here</a> <a href="https://b.example">https://b.example</a> <a href="#t">top</a>';
    expect(htmlToText(html)).toBe("here https://b.example top");
    expect(htmlToText(html, { links: true })).toBe("here (https://a.example/x) https://b.example top");
  });

  test("accepts tags that are never closed or never opened, at any depth", () => {
    expect(htmlToText(`${"<div><blockquote>".repeat(2_000)}words${"</p></b>".repeat(2_000)}`)).toContain(
      "words",
    );
  });
});

test("htmlToText() converts 150,000 words on one line", () => {
  expect(htmlToText("<b>word</b> ".repeat(150_000))).toContain("word word");
});
