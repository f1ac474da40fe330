import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import type { Turn } from "../../../../engine/model/chat";
import { citationFixture } from "../../../../engine/testing/fixtures";
import { createPageProblem, PageProblemContext } from "../../../ui/page-problem";
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

const nothing = () => {};
const ACTIONS = {
  ...{ onOpen: nothing, onRetry: nothing, onEdit: nothing, onAsk: nothing, onFindSimilar: nothing },
};

describe("TurnView", () => {
  it("renders a marker as a button named after the citation", () => {
    expect(render(TURN)).toContain('aria-label="1: Release notes"');
  });

  it("shows the problem of a failed answer, with a button to ask again", () => {
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

  it("does not repeat a problem that the page shows", () => {
    const problem = { code: "store", message: "Cannot open what Atlas has stored: restart Chrome" } as const;
    const page = createPageProblem(() => true);
    page.claim("sources", new Error(problem.message));
    const html = renderToStaticMarkup(
      <PageProblemContext value={page}>
        <TurnView turn={{ ...TURN, status: "failed", text: "", problem }} now={0} actions={ACTIONS} />
      </PageProblemContext>,
    );
    expect(html).toContain("Atlas could not answer");
    expect(html).not.toContain("restart Chrome");
  });

  it("shows the text of a stopped answer, and that it was stopped", () => {
    const html = render({ ...TURN, status: "stopped", text: "It ships" });
    expect(html).toContain("It ships");
    expect(html).toContain("Stopped.");
  });

  it("shows the model's thoughts folded above the answer, and that it is thinking before that", () => {
    const html = render({ ...TURN, reasoning: "The person wants a date" });
    expect(html.indexOf("Thinking")).toBeGreaterThan(-1);
    expect(html.indexOf("Thinking")).toBeLessThan(html.indexOf("It ships on Monday"));
    expect(html).not.toContain("The person wants a date");
    expect(render(TURN)).not.toContain("Thinking");
    const waiting = render({ ...TURN, status: "waiting", text: "", reasoning: "Hm" });
    expect(waiting).toContain("The model is thinking…");
  });

  it("hides the citation cards until there is text", () => {
    expect(render({ ...TURN, status: "waiting", text: "" })).not.toContain("Release notes");
  });

  it("has a copy button for an answer, and none when nothing was found", () => {
    expect(render(TURN)).toContain("Copy</button>");
    expect(render({ ...TURN, text: "Nothing answers this.", citations: [], found: false })).not.toContain(
      "Copy</button>",
    );
  });

  it("shows conflicts between sources, above the cards and on them", () => {
    const second = { ...TURN.citations[0]!, n: 2 };
    const conflicts = [{ newer: 2, older: 1, text: "“Tuesday” against “Monday”" }];
    const html = render({ ...TURN, citations: [...TURN.citations, second], conflicts });
    expect(html).toContain("Your sources disagree: “Tuesday” against “Monday”");
    expect(html).toContain("Older than 2, which says otherwise");
    expect(html).toContain("Newer than 1, which says otherwise");
  });

  it("calls neither side of a conflict newer where the order is unknown", () => {
    const second = { ...TURN.citations[0]!, n: 2 };
    const conflicts = [{ newer: 2, older: 1, isOrderUnknown: true, text: "“Tuesday” against “Monday”" }];
    const html = render({ ...TURN, citations: [...TURN.citations, second], conflicts });
    expect(html).toContain("2 says otherwise");
    expect(html).not.toContain("Newer than");
  });

  it("shows the filters derived from the question, each with a remove button", () => {
    const chips = [{ id: "since", field: "time", label: "since Monday" }] as const;
    const html = render({ ...TURN, understood: { question: "What ships?", chips } });
    expect(html).toContain("Understood as: What ships?");
    expect(html).toContain('aria-label="Remove since Monday"');
  });

  it("shows the scope of the question", () => {
    const sources = [{ id: "s1", label: "Bookmarks" }];
    expect(render({ ...TURN, scope: { sources } })).toContain("Only in Bookmarks");
  });
});

test("formatLiveFindings() gives the finding or the problem of each source", () => {
  const words = formatLiveFindings([
    { sourceId: "s", label: "Slack", found: 2 },
    { sourceId: "g", label: "GitHub", found: 0 },
    { sourceId: "j", label: "Jira", found: 0, problem: "No reply within the time limit" },
  ]);
  expect(words).toBe("Also asked Slack: 2 new · GitHub: nothing new · Jira: No reply within the time limit");
});

function render(turn: Turn): string {
  const now = Date.UTC(2026, 4, 20);
  return renderToStaticMarkup(<TurnView turn={turn} now={now} actions={ACTIONS} />);
}
