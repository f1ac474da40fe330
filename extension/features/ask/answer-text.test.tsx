import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerText } from "./answer-text";

describe("AnswerText", () => {
  it("renders bold, code, lists and code blocks", () => {
    expect(html("**Run** `npm ci`:\n\n- one\n- two\n\n```\na < b\n```")).toBe(
      "<p><strong>Run</strong> <code>npm ci</code>:</p><ul><li><p>one</p></li><li><p>two</p></li></ul>" +
        '<pre tabindex="0"><code>a &lt; b</code></pre>',
    );
  });

  it("puts a citation in place of its marker, also inside bold text", () => {
    expect(html("It **ships [1]** soon [2][9]")).toBe(
      "<p>It <strong>ships\u00a0<b>1</b></strong> soon\u00a0<b>2</b>[9]</p>",
    );
  });

  it("leaves a bracketed number inside code alone", () => {
    expect(html("`list[1]`")).toBe("<p><code>list[1]</code></p>");
  });

  it("shows raw HTML as text", () => {
    expect(html("a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>")).toBe(
      "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>&lt;script&gt;alert(1)&lt;/script&gt;",
    );
  });

  it("keeps a harmless link and drops the address of a harmful one", () => {
    expect(html("[a](https://a.example/) [b](javascript:alert%281%29)")).toBe(
      '<p><a href="https://a.example/" target="_blank" rel="noopener noreferrer">a</a> b</p>',
    );
  });

  it("renders what has come of an unfinished code block", () => {
    expect(html("```ts\nconst a")).toBe('<pre tabindex="0"><code>const a</code></pre>');
  });
});

/** The markup inside the outer element, without what only ties a citation to its line. */
function html(text: string): string {
  const known = new Set([1, 2]);
  const markup = renderToStaticMarkup(
    <AnswerText text={text} known={known} renderCitation={(n) => <b>{n}</b>} />,
  );
  return markup.replace(/^<div[^>]*>|<\/div>$|<span[^>]*>|<\/span>/g, "");
}
