import { describe, expect, test } from "vitest";
import { issue, type LinearIssue, linearDocument, projectUpdate } from "./schema";
import { toIssueDocument, toUpdateDocument } from "./to-document";
import { toPageDocument } from "./to-page-document";

const comment = {
  id: "c1",
  body: "Done in the last release",
  quotedText: "two lines\nof text",
  createdAt: "2026-05-03T10:00:00.000Z",
  updatedAt: "2026-05-03T11:00:00.000Z",
  url: "https://linear.app/acme/issue/ENG-12/x#comment-1",
  user: { name: "Grace Hopper", displayName: "grace" },
};
const raw = {
  id: "uuid-12",
  identifier: "ENG-12",
  title: "Cursor is lost",
  description: "After a **restart**.",
  url: "https://linear.app/acme/issue/ENG-12/x",
  createdAt: "2026-05-01T10:00:00.000Z",
  updatedAt: "2026-05-02T10:00:00.000Z",
  dueDate: "2026-06-01",
  priorityLabel: "High",
  team: { name: "Engineering" },
  project: { name: "Launch" },
  state: { name: "Done" },
  creator: { name: "Ada Lovelace", displayName: "ada" },
  assignee: { name: "Grace Hopper", displayName: "grace" },
  labels: { nodes: [{ name: "Bug" }, { name: "Sync" }] },
  comments: { nodes: [comment], pageInfo: { hasNextPage: false } },
};

const parse = (fields: object = {}): LinearIssue => issue.parse({ ...raw, ...fields });

describe("toIssueDocument()", () => {
  test("makes one thread of an issue and its comments, each with its own address", () => {
    expect(toIssueDocument(parse())).toMatchObject({
      id: "issue:uuid-12",
      type: "issue",
      title: "ENG-12 Cursor is lost",
      url: raw.url,
      author: "ada",
      people: ["ada", "grace"],
      container: ["Engineering", "Launch"],
      createdAt: Date.parse(raw.createdAt),
      updatedAt: Date.parse(comment.updatedAt),
      content: {
        kind: "thread",
        messages: [
          {
            author: "ada",
            text: "Status: Done · Priority: High · Assignee: grace · Labels: Bug, Sync · Due: 2026-06-01 · Project: Launch\n\nAfter a **restart**.",
            url: raw.url,
          },
          { author: "grace", text: "> two lines\n> of text\n\nDone in the last release", url: comment.url },
        ],
      },
    });
  });

  test("names the app or integration that acted as the author", () => {
    const bot = { creator: null, externalUserCreator: null, botActor: { name: "Sentry" } };
    expect(toIssueDocument(parse(bot)).author).toBe("Sentry");
    expect(toIssueDocument(parse({ ...bot, botActor: null })).author).toBe("Linear");
  });

  test.each([
    ["the issue changes", { updatedAt: "2026-05-09T10:00:00.000Z" }],
    ["a comment changes", { comments: { nodes: [{ ...comment, updatedAt: "2026-05-09T10:00:00.000Z" }] } }],
    ["its last comment goes", { comments: { nodes: [] } }],
  ])("has another version when %s", (_, fields) => {
    expect(toIssueDocument(parse(fields)).version).not.toBe(toIssueDocument(parse()).version);
  });

  test("omits a comment that cannot be read, and counts it", () => {
    const { content } = toIssueDocument(parse({ comments: { nodes: [comment, { id: "c2" }] } }));
    expect(content.kind === "thread" && content.messages).toHaveLength(2);
    expect(content.note).toBe("1 comment could not be read");
  });
});

test("toUpdateDocument() has project, day and health", () => {
  const { createdAt, updatedAt } = raw;
  const update = { id: "u1", body: "On time.", health: "atRisk", url: raw.url, createdAt, updatedAt };
  const document = toUpdateDocument(
    "update",
    projectUpdate.parse({ ...update, project: { name: "Launch" } }),
  );
  expect(document).toMatchObject({
    id: "update:u1",
    title: "Launch: update of 2026-05-01",
    container: ["Launch"],
    content: { messages: [{ text: "Health: at risk\n\nOn time." }] },
  });
});

test("toPageDocument() keeps the Markdown and the location", () => {
  const { url, createdAt, updatedAt } = raw;
  const page = {
    id: "d1",
    title: "",
    content: "# Plan",
    url,
    createdAt,
    updatedAt,
    initiative: { name: "Grow" },
  };
  expect(toPageDocument(linearDocument.parse(page))).toMatchObject({
    id: "document:d1",
    title: "Untitled document",
    container: ["Grow"],
    content: { kind: "text", mediaType: "text/markdown", text: "# Plan" },
  });
});

test.each(["javascript:alert(1)", "https://linear.app.evil.example/x"])(
  "no link of an issue, a comment, an update or a document leads to %s",
  (url) => {
    const comments = { nodes: [{ ...comment, url }] };
    const thread = toIssueDocument(parse({ url, comments }));
    const dates = { createdAt: raw.createdAt, updatedAt: raw.updatedAt };
    const update = toUpdateDocument("update", projectUpdate.parse({ id: "u", body: "Fine", url, ...dates }));
    const page = toPageDocument(linearDocument.parse({ id: "d", title: "Plan", url, ...dates }));
    expect(JSON.stringify([thread, update, page])).not.toContain(url);
    expect([thread, update, page].map((document) => document.url)).toEqual(
      Array(3).fill("https://linear.app/"),
    );
  },
);
