import { expect, test } from "vitest";
import type { Turn } from "../model/chat";
import { createTurn } from "./create-turn";
import { selectHistory } from "./select-history";

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
