import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../../../engine/model/answer";
import { citationFixture } from "../../../../engine/testing/fixtures";
import { CitationCard } from "./citation-card";

const CITATION = citationFixture({
  n: 2,
  title: "Release <notes>",
  url: "https://a.example/notes#:~:text=ships",
  page: 3,
  container: ["Work", "Releases"],
});

describe("CitationCard", () => {
  it("shows the origin and the age of the passage, with the quote marked", () => {
    const html = render(CITATION);
    expect(html).toContain("Release &lt;notes&gt;");
    expect(html).toContain("Bookmarks · Work › Releases · page 3 · ");
    expect(html).toContain(">3 days ago</time>");
    expect(html).toContain("It <mark>ships on Monday</mark>.");
    expect(html).toContain('href="https://a.example/notes#:~:text=ships"');
  });

  it("shows the author", () => {
    expect(render({ ...CITATION, author: "Ada" })).toContain("page 3 · Ada · ");
  });

  it("shows code in lines of its own", () => {
    const text = "Do it:\nnpm i a\n  npm test\nThat is all.";
    const passage = { text, highlights: [[0, 6] as const], code: [[7, 25] as const] };
    const html = render({ ...CITATION, passage });
    expect(html).toContain("<mark>Do it:</mark>");
    expect(html).toMatch(/<code[^>]*>npm i a\n {2}npm test<\/code>/);
  });

  it("shows the name of a folder source once, though the path starts with it", () => {
    const html = render({ ...CITATION, source: "notes", container: ["notes", "2026"] });
    expect(html).toContain("notes · 2026 · page 3 · ");
  });

  it("says that the cited words are not in force", () => {
    expect(render({ ...CITATION, status: "superseded" })).toContain("No longer in force");
    expect(render({ ...CITATION, status: "draft" })).toContain("A draft");
    expect(render(CITATION)).not.toContain("No longer in force");
  });

  it("has no link for an unsafe URL", () => {
    expect(render({ ...CITATION, url: "javascript:alert(1)" })).not.toContain("href");
  });
});

function render(citation: Citation): string {
  const now = Date.UTC(2026, 4, 20, 13);
  return renderToStaticMarkup(
    <CitationCard citation={citation} conflicts={[]} now={now} onOpen={() => {}} onFindSimilar={() => {}} />,
  );
}
