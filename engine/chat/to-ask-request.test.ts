import { expect, test } from "vitest";
import type { Scope, Turn } from "../model/chat";
import { createTurn } from "./create-turn";
import { selectHistory, toAskRequest } from "./to-ask-request";

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

test("selectHistory() gives the answered turns before the question, with their understood questions", () => {
  const turns = [
    turn(1, { understood: { question: "When does Atlas ship?", chips: [] } }),
    turn(2, { status: "failed" }),
    turn(3, { found: false }),
    turn(4, { find: true }),
    turn(5),
    turn(6),
  ];
  expect(selectHistory(turns, { id: 6 })).toEqual([
    { question: "When does Atlas ship?", answer: "On Monday.", sourceIds: [] },
    { question: "When does it ship?", answer: "On Monday.", sourceIds: [] },
  ]);
});

test("selectHistory() gives at most the last six turns", () => {
  const turns = Array.from({ length: 9 }, (_, at) => turn(at, { text: String(at) }));
  expect(selectHistory(turns, { id: 9 }).map(({ answer }) => answer)).toEqual(["3", "4", "5", "6", "7", "8"]);
});

function turn(id: number, patch: Partial<Turn> = {}): Turn {
  const asked = createTurn({ chatId: "c", id, question: "When does it ship?", scope: {}, askedAt: 0 });
  return { ...asked, status: "done", text: "On Monday.", ...patch };
}
