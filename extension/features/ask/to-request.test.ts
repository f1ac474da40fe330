import { expect, test } from "vitest";
import { newTurn } from "../../../engine/chat/new-turn";
import type { Scope, Turn } from "../../../engine/model/chat";
import { toRequest } from "./to-request";

test("toRequest() asks everywhere when nothing narrows the question", () => {
  expect(toRequest(asked({}), [])).toEqual({ question: "Why?" });
});

test("toRequest() makes a filter of sources, folders and time", () => {
  const scope = {
    sources: [{ id: "s1", label: "Slack" }],
    containers: ["releases"],
    since: { at: 5, label: "since Monday" },
  };
  expect(toRequest(asked(scope), [])).toEqual({
    question: "Why?",
    filter: { sourceIds: ["s1"], containers: ["releases"], updatedAfter: 5 },
  });
});

test("toRequest() asks a page alone, whatever else is chosen", () => {
  const focus = { focusId: "f", kind: "page", title: "", url: "" };
  expect(toRequest(asked({ focus, containers: ["releases"] }), [])).toEqual({
    question: "Why?",
    focusId: "f",
  });
});

test("toRequest() tells what was answered before", () => {
  const before: Turn = { ...asked({}), id: 1, status: "done", text: "Because." };
  expect(toRequest(asked({}), [before, asked({})]).history).toEqual([
    { question: "Why?", answer: "Because.", sourceIds: [] },
  ]);
});

function asked(scope: Scope): Turn {
  return newTurn({ chatId: "c", id: 2, question: "Why?", scope, askedAt: 0 });
}
