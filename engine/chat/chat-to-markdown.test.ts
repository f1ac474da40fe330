import { expect, test } from "vitest";
import { citationFixture } from "../testing/fixtures";
import { chatToMarkdown } from "./chat-to-markdown";
import { createTurn } from "./create-turn";

const CITATION = citationFixture({ title: "Release [notes]", quote: "ships\non Monday" });

test("chatToMarkdown() writes questions, answers, and citations as links with quotes", () => {
  const chat = { id: "c", title: "Releases", createdAt: 0, updatedAt: 0, pinned: false };
  const asked = createTurn({ chatId: "c", id: 1, question: "When does\nit ship?", scope: {}, askedAt: 0 });
  const failed = {
    ...asked,
    id: 2,
    status: "failed",
    problem: { code: "bug", message: "It broke" },
  } as const;
  const done = { ...asked, status: "done", text: "On Monday [1].\n", citations: [CITATION] } as const;
  expect(chatToMarkdown({ chat, turns: [done, failed] })).toBe(`# Releases

## When does it ship?

_1970-01-01T00:00:00.000Z_

On Monday [1].

1. [Release \\[notes\\]](<https://a.example/notes>)
   > ships on Monday

## When does it ship?

_1970-01-01T00:00:00.000Z_

It broke
`);
});

test("chatToMarkdown() leaves out what the model thought", () => {
  const chat = { id: "c", title: "Releases", createdAt: 0, updatedAt: 0, pinned: false };
  const asked = createTurn({ chatId: "c", id: 1, question: "When?", scope: {}, askedAt: 0 });
  const turn = { ...asked, status: "done", text: "On Monday", reasoning: "The person wants a date" } as const;
  expect(chatToMarkdown({ chat, turns: [turn] })).not.toContain("wants a date");
});
