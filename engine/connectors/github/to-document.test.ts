import { expect, test } from "vitest";
import { issue, type Review } from "./schema";
import { toFileDocument, toIssueDocument } from "./to-document";

const RAW = {
  ...{ number: 7, title: "Leak", html_url: "https://github.com/a/b/issues/7", body: "Drips" },
  ...{ created_at: "2025-01-01T00:00:00Z", updated_at: "2025-01-03T00:00:00Z", state: "closed" },
  ...{ user: { login: "ada" }, repository_url: "https://api.github.com/repos/a/b" },
};
const AROUND = { events: [], subIssues: [], parent: undefined, notes: [] };
const NOTHING = { ...AROUND, comments: [], reviews: [], reviewComments: [] };
const at = Date.UTC(2025, 0, 2);

function firstText(fields: object): string {
  const { content } = toIssueDocument("a/b", issue.parse({ ...RAW, ...fields }), NOTHING);
  return content.kind === "thread" ? (content.messages[0]?.text ?? "") : "";
}

test("toIssueDocument() puts state, labels, assignees and milestone above the text", () => {
  const labels = ["bug", { name: "urgent" }, { name: null }];
  const assignees = [{ login: "grace" }, null];
  expect(firstText({ labels, assignees, milestone: { title: "2.0" } })).toBe(
    "Closed issue #7 in a/b · labels: bug, urgent · assigned to grace · milestone: 2.0\n\nDrips",
  );
  expect(firstText({ pull_request: { merged_at: "2025-01-02T00:00:00Z" } })).toBe(
    "Merged pull request #7 in a/b\n\nDrips",
  );
});

test("toIssueDocument() has the title when text and author are missing", () => {
  const bare = issue.parse({ ...RAW, body: null, user: null, state: undefined });
  expect(toIssueDocument("a/b", bare, NOTHING)).toMatchObject({
    id: "issue:a/b#7",
    title: "Leak",
    author: "ghost",
    people: ["ghost"],
    content: { messages: [{ text: "Issue #7 in a/b" }] },
  });
});

test("toIssueDocument() sorts comments by time and omits empty reviews", () => {
  const said = (body: string, day: number) => ({
    ...{ html_url: `https://github.com/a/b/issues/7#${body}`, body, user: { login: body } },
    created_at: Date.UTC(2025, 0, day),
  });
  const review = (state: string, body: string, submitted_at?: number): Review => ({
    ...{ html_url: "https://github.com/a/b/pull/7#r", user: null, state, body },
    ...(submitted_at !== undefined && { submitted_at }),
  });
  const { content, people } = toIssueDocument("a/b", issue.parse(RAW), {
    ...AROUND,
    comments: [said("late", 9), said("early", 2)],
    reviews: [
      review("CHANGES_REQUESTED", "", at + 1),
      review("COMMENTED", "", at),
      review("PENDING", "Draft"),
    ],
    reviewComments: [{ ...said("remark", 3), path: "a.ts" }],
  });
  const texts = content.kind === "thread" ? content.messages.slice(1).map(({ text }) => text) : [];
  expect(texts).toEqual(["early", "Requested changes", "On `a.ts`:\n\nremark", "late"]);
  expect(people).toEqual(["ada", "early", "ghost", "remark", "late"]);
});

test("toFileDocument() names folders and encodes the address", () => {
  const file = {
    repo: "a/b",
    path: "docs/how to/#1.md",
    branch: "release/2",
    sha: "f00",
    bytes: new Uint8Array(),
  };
  expect(toFileDocument("https://github.com", { ...file, commit: undefined })).toMatchObject({
    id: "file:a/b/docs/how to/#1.md",
    title: "#1.md",
    url: "https://github.com/a/b/blob/release/2/docs/how%20to/%231.md",
    container: ["a/b", "docs", "how to"],
    version: "f00",
    fileName: "#1.md",
  });
});
