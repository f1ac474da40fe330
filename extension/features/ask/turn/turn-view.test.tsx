import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import type { Turn } from "../../../../engine/model/chat";
import { citationFixture } from "../../../../engine/testing/fixtures";
import { formatLiveFindings, TurnView } from "./turn-view";

const TURN: Turn = {
  chatId: "c",
  id: 1,
  askedAt: 0,
  question: "When does it ship?",
  scope: {},
  status: "done",
  text: "It ships on Monday [1].",
  citations: [citationFixture()],
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
      problem: { code: "engine-gone", message: "The engine stopped midway: ask again" },
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

  it("marks sources that disagree, on their cards and above them", () => {
    const second = { ...TURN.citations[0]!, n: 2 };
    const conflicts = [{ newer: 2, older: 1, text: "“Tuesday” against “Monday”" }];
    const html = render({ ...TURN, citations: [...TURN.citations, second], conflicts });
    expect(html).toContain("Your sources disagree: “Tuesday” against “Monday”");
    expect(html).toContain("Older than 2, which says otherwise");
    expect(html).toContain("Newer than 1, which says otherwise");
  });

  it("shows filters it read from the question, each to be removed", () => {
    const chips = [{ id: "since", field: "time", label: "since Monday" }] as const;
    const html = render({ ...TURN, understood: { question: "What ships?", chips } });
    expect(html).toContain("Understood as: What ships?");
    expect(html).toContain('aria-label="Remove since Monday"');
  });

  it("says where it looked when the question was narrowed", () => {
    const sources = [{ id: "s1", label: "Bookmarks" }];
    expect(render({ ...TURN, scope: { sources } })).toContain("Only in Bookmarks");
  });
});

test("formatLiveFindings() tells what each source said, and why one said nothing", () => {
  const words = formatLiveFindings([
    { sourceId: "s", label: "Slack", found: 2 },
    { sourceId: "g", label: "GitHub", found: 0 },
    { sourceId: "j", label: "Jira", found: 0, problem: "No reply within the time limit" },
  ]);
  expect(words).toBe("Also asked Slack: 2 new · GitHub: nothing new · Jira: No reply within the time limit");
});

function render(turn: Turn): string {
  const now = Date.UTC(2026, 4, 20);
  const nothing = () => {};
  const actions = {
    ...{ onOpen: nothing, onRetry: nothing, onEdit: nothing, onAsk: nothing, onFindSimilar: nothing },
  };
  return renderToStaticMarkup(<TurnView turn={turn} now={now} actions={actions} />);
}
