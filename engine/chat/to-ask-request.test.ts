import { expect, test } from "vitest";
import type { Scope, Turn } from "../model/chat";
import { createTurn } from "./create-turn";
import { toAskRequest } from "./to-ask-request";

test("toAskRequest() asks everywhere when nothing narrows the question", () => {
  expect(toAskRequest(asked({}), [])).toEqual({ question: "Why?" });
});

test("toAskRequest() makes a filter of sources, folders and time", () => {
  const scope = {
    sources: [{ id: "s1", label: "Slack" }],
    containers: ["releases"],
    since: { at: 5, label: "since Monday" },
  };
  expect(toAskRequest(asked(scope), [])).toEqual({
    question: "Why?",
    filter: { sourceIds: ["s1"], containers: ["releases"], updatedAfter: 5 },
  });
});

test("toAskRequest() asks a page alone, whatever else is chosen", () => {
  const focus = { focusId: "f", kind: "page", title: "", url: "" };
  expect(toAskRequest(asked({ focus, containers: ["releases"] }), [])).toEqual({
    question: "Why?",
    focusId: "f",
  });
});

test("toAskRequest() tells what was answered before", () => {
  const before: Turn = { ...asked({}), id: 1, status: "done", text: "Because." };
  expect(toAskRequest(asked({}), [before, asked({})]).history).toEqual([
    { question: "Why?", answer: "Because.", sourceIds: [] },
  ]);
});

function asked(scope: Scope): Turn {
  return createTurn({ chatId: "c", id: 2, question: "Why?", scope, askedAt: 0 });
}
