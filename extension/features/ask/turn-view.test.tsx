import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Turn } from "./conversation";
import { TurnView } from "./turn-view";

const TURN: Turn = {
  id: 1,
  question: "When does it ship?",
  scope: {},
  status: "done",
  text: "It ships on Monday [1].",
  citations: [
    {
      n: 1,
      title: "Release notes",
      url: "https://a.example/notes",
      quote: "ships on Monday",
      source: "Bookmarks",
      updatedAt: "2026-05-17T12:00:00.000Z",
      sourceId: "s1",
      itemId: "i1",
      start: 4,
      end: 19,
      passage: { text: "It ships on Monday.", highlights: [[3, 18]] },
    },
  ],
  live: [],
  found: true,
};

describe("TurnView", () => {
  it("turns a marker into a button named after what it cites", () => {
    expect(render(TURN)).toContain('aria-label="1: Release notes"');
  });

  it("offers to ask again, beside the reason, when the answer failed", () => {
    const html = render({
      ...TURN,
      status: "failed",
      text: "",
      problem: "The engine stopped midway: ask again",
    });
    expect(html).toContain("The engine stopped midway: ask again");
    expect(html).toContain("Ask again</button>");
    expect(html).not.toContain("Copy</button>");
  });

  it("keeps what came before it was stopped, and says that it was", () => {
    const html = render({ ...TURN, status: "stopped", text: "It ships" });
    expect(html).toContain("It ships");
    expect(html).toContain("Stopped.");
  });

  it("holds the cards back until the text that cites them comes", () => {
    expect(render({ ...TURN, status: "waiting", text: "" })).not.toContain("Release notes");
  });

  it("offers a copy of an answer, and none where nothing was found", () => {
    expect(render(TURN)).toContain("Copy</button>");
    expect(render({ ...TURN, text: "Nothing answers this.", citations: [], found: false })).not.toContain(
      "Copy</button>",
    );
  });

  it("says where it looked when the question was narrowed", () => {
    const sources = [{ id: "s1", label: "Bookmarks" }];
    expect(render({ ...TURN, scope: { sources } })).toContain("Only in Bookmarks");
  });
});

function render(turn: Turn): string {
  const now = Date.UTC(2026, 4, 20);
  return renderToStaticMarkup(<TurnView turn={turn} now={now} onOpen={() => {}} onRetry={() => {}} />);
}
