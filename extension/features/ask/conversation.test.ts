import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../../../engine/model/answer";
import { type ConversationAction, conversation, type Turn } from "./conversation";

const CITATION: Citation = {
  n: 1,
  title: "Release notes",
  url: "https://a.example/notes",
  quote: "ships on Monday",
  source: "Bookmarks",
  updatedAt: "2026-05-17T12:00:00.000Z",
  sourceId: "s1",
  itemId: "i1",
  start: 4,
  end: 19,
  passage: { text: "It ships on Monday.", highlights: [[3, 18]] },
};

const ANSWER: Answer = {
  question: "When does it ship?",
  text: "It ships on Monday [1].",
  citations: [CITATION],
  found: true,
  timings: { embed: 1, search: 1, compose: 1, firstToken: 1, total: 3 },
};

const ASK: ConversationAction = { type: "ask", id: 1, question: "When does it ship?", scope: {} };

describe("conversation()", () => {
  it("waits until the first text comes, also while citations arrive", () => {
    const turns = play(ASK, event({ type: "citation", citation: CITATION }));
    expect(turns).toMatchObject([{ status: "waiting", text: "", citations: [CITATION] }]);
  });

  it("appends text as it streams", () => {
    const turns = play(
      ASK,
      event({ type: "text", delta: "It ships " }),
      event({ type: "text", delta: "soon" }),
    );
    expect(turns).toMatchObject([{ status: "streaming", text: "It ships soon" }]);
  });

  it("takes the finished answer in place of what was streamed", () => {
    const turns = play(
      ASK,
      event({ type: "text", delta: "It sh" }),
      event({ type: "done", answer: { ...ANSWER, found: false } }),
    );
    expect(turns).toMatchObject([
      { status: "done", text: ANSWER.text, citations: ANSWER.citations, found: false },
    ]);
  });

  it("keeps what was streamed when stopped and ignores what still arrives", () => {
    const turns = play(
      ASK,
      event({ type: "text", delta: "It sh" }),
      { type: "stop" },
      event({ type: "text", delta: "ips" }),
      event({ type: "done", answer: ANSWER }),
    );
    expect(turns).toMatchObject([{ status: "stopped", text: "It sh" }]);
  });

  it("leaves finished turns alone when another is stopped", () => {
    const turns = play(
      ASK,
      event({ type: "done", answer: ANSWER }),
      { ...ASK, id: 2, question: "And then?" },
      { type: "stop" },
    );
    expect(turns.map((turn) => turn.status)).toEqual(["done", "stopped"]);
  });

  it("starts a failed turn anew, in its place and with its scope", () => {
    const failed = play(
      { ...ASK, scope: { sources: [{ id: "s1", label: "Notes" }] } },
      event({
        type: "error",
        error: { code: "engine-gone", message: "The engine stopped midway: ask again" },
      }),
      { ...ASK, id: 2, question: "And then?" },
    );
    expect(failed[0]).toMatchObject({ status: "failed", problem: "The engine stopped midway: ask again" });
    const [retried, other] = conversation(failed, { type: "retry", id: 1 });
    expect(retried).toEqual({
      id: 1,
      question: "When does it ship?",
      scope: { sources: [{ id: "s1", label: "Notes" }] },
      status: "waiting",
      text: "",
      citations: [],
      live: [],
      found: true,
    });
    expect(other?.question).toBe("And then?");
  });
});

function play(...actions: readonly ConversationAction[]): readonly Turn[] {
  return actions.reduce<readonly Turn[]>(conversation, []);
}

function event(event: Extract<ConversationAction, { type: "event" }>["event"]): ConversationAction {
  return { type: "event", id: 1, event };
}
