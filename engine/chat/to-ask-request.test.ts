import { expect, test } from "vitest";
import type { Scope, Turn } from "../model/chat";
import { createTurn } from "./create-turn";
import { toAskRequest } from "./to-ask-request";

test("toAskRequest() has no filter for an empty scope", () => {
  expect(toAskRequest(asked({}), [])).toEqual({ question: "Why?" });
});

test("toAskRequest() derives a filter from sources, folders and time", () => {
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

test("toAskRequest() asks a focus alone, whatever else is in the scope", () => {
  const focus = { focusId: "f", kind: "page", title: "", url: "" };
  expect(toAskRequest(asked({ focus, containers: ["releases"] }), [])).toEqual({
    question: "Why?",
    focusId: "f",
  });
});

test("toAskRequest() adds the history", () => {
  const before: Turn = { ...asked({}), id: 1, status: "done", text: "Because." };
  expect(toAskRequest(asked({}), [before, asked({})]).history).toEqual([
    { question: "Why?", answer: "Because.", sourceIds: [] },
  ]);
});

function asked(scope: Scope): Turn {
  return createTurn({ chatId: "c", id: 2, question: "Why?", scope, askedAt: 0 });
}
