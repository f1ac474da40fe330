import { describe, expect, it } from "vitest";
import { CONTENT_HTML } from "../model/source-document";
import { MAX_CONTENT_BYTES } from "./convert";
import { convert } from "./convert-document";
import { makeZip } from "./testing/make-zip";
import { sourceFile, sourceText } from "./testing/source-file";

describe("convert()", () => {
  it("converts a page to Markdown with absolute links, tables and code, without navigation and scripts", async () => {
    const html = `<!doctype html><html><head><title>Deploy guide</title><meta name="author" content="Ann Lee">
      <script>track()</script><style>p{}</style></head><body><nav><a href="/">Home</a></nav><main><article>
      <h1>Deploy guide</h1><p>Releases go out on <a href="../days/tuesday">Tuesday</a> after the <b>smoke</b> tests of the
      staging cluster have passed and the on-call engineer agreed in writing.</p>
      <h2>Rollback</h2><pre><code class="language-sh">atlas rollback --to v1
echo done</code></pre>
      <p>Every rollback is written down in the incident log by the person who started it, with time and reason.</p>
      <table><thead><tr><th>Step</th><th>Owner</th></tr></thead><tbody><tr><td>Freeze</td><td>Bob</td></tr></tbody></table>
      <p><img src="x.png" alt="The pipeline drawn as boxes"></p></article></main><footer>Imprint</footer></body></html>`;
    const converted = await convert(sourceText("text/html", html));
    expect(converted).toMatchObject({ format: "markdown", title: "Deploy guide", author: "Ann Lee" });
    expect(converted.text).toContain("[Tuesday](https://docs.example.com/days/tuesday)");
    expect(converted.text).toContain("## Rollback");
    expect(converted.text).toContain("```sh\natlas rollback --to v1\necho done\n```");
    expect(converted.text).toContain("| Step | Owner |\n| --- | --- |\n| Freeze | Bob |");
    expect(converted.text).toContain("The pipeline drawn as boxes");
    expect(converted.text).not.toMatch(/track\(\)|Home|Imprint|x\.png/);
  });

  it("converts all of HTML that is content alone, whose dates and names are no byline", async () => {
    const words = "The winch is greased every spring by the crew of the east quay, and it is logged. ";
    const html = `<h2>Winch</h2><p>by 2026-02-01</p><p>${words.repeat(8)}</p><p>By Mia Krystof</p>`;
    const { text } = await convert(sourceText(CONTENT_HTML, html));
    expect(text).toContain("by 2026-02-01");
    expect(text).toContain("By Mia Krystof");
  });

  it("extracts the main content of a page, and converts all of a page without any", async () => {
    const words =
      "Pumps are serviced twice a year by the team that runs the plant, and each service is logged. ";
    const article = `<main><h1>Pumps</h1>${`<p>${words.repeat(3)}</p>`.repeat(6)}</main>`;
    const popup = "<div id=popup><h2>Keyboard shortcuts</h2><p>Press ? to show this help</p></div>";
    const page = (inside: string) =>
      `<!doctype html><html><head><title>Plant</title></head><body>${inside}</body></html>`;
    const { text } = await convert(sourceText("text/html", page(popup + article)));
    expect(text).toContain("serviced twice");
    expect(text).not.toContain("Keyboard shortcuts");
    const links = Array.from({ length: 80 }, (_, n) => `<li><a href="/p/${n}">Pump ${n}</a></li>`).join("");
    const index = await convert(sourceText("text/html", page(`<div class="menu"><ul>${links}</ul></div>`)));
    expect(index.text).toContain("[Pump 79](https://docs.example.com/p/79)");
  });

  it("converts a fragment without root elements, and numbered lists", async () => {
    const { text } = await convert(
      sourceText("text/html", "<ol start=3><li>three<li>four</ol><ul><li>a<li></ul>"),
    );
    expect(text).toBe("3. three\n4. four\n\n- a");
  });

  it.each([
    ["# Chokidar [![Downloads](https://img.example/d.svg)](https://example.org)", "Chokidar"],
    ["# The `plan` for [the *dam*](dam.md) #", "The plan for the dam"],
    ["# ![Heron](heron.png)", "Heron"],
    ["# 1. Plan", "1. Plan"],
    ["# snake_case_name", "snake_case_name"],
    ["[Dam](dam.md) plan\n===", "Dam plan"],
  ])("reads the title of %s as a reader sees it", async (text, title) => {
    expect(await convert(sourceFile("notes.md", text))).toMatchObject({ title });
  });

  it("keeps Markdown as it is and reads title and author from the front matter", async () => {
    const text = "---\ntitle: 'The plan'\nauthor: Ann\n---\n\n# Heading\n\nBody <b>raw</b>\n";
    expect(await convert(sourceFile("plan.md", text))).toEqual({
      text,
      format: "markdown",
      title: "The plan",
      author: "Ann",
    });
  });

  it("keeps source code, and plain text with normalised line ends", async () => {
    expect(await convert(sourceFile("a.ts", "let a = 1;\r\n"))).toEqual({
      text: "let a = 1;\n",
      format: "code",
    });
    expect(await convert(sourceFile("a.txt", "one\rtwo"))).toEqual({ text: "one\ntwo", format: "plain" });
    expect(await convert(sourceFile("Makefile", "all:\n"))).toEqual({ text: "all:\n", format: "code" });
  });

  it("skips content over the limit and names size and limit", async () => {
    const bytes = new Uint8Array(MAX_CONTENT_BYTES + 1);
    await expect(convert(sourceFile("big.txt", bytes))).rejects.toMatchObject({
      code: "skip-item",
      message: '"big.txt" is 65 MB; Atlas reads files up to 64 MB',
    });
  });

  it("writes no control characters, and keeps names on one line", async () => {
    const zip = makeZip({ "b\u0007\n# Owner: Eve.txt": "One two", "c.csv": "a,b\n1,2\n" });
    const { text } = await convert(sourceFile("a.zip", zip));
    expect(text).toBe("# b  # Owner: Eve.txt\n\nOne two\n\n# c.csv\n\na: 1\nb: 2");
  });
});
