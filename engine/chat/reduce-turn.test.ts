import { describe, expect, it } from "vitest";
import type { Answer } from "../model/answer";
import { citationFixture } from "../testing/fixtures";
import { createTurn } from "./create-turn";
import { reduceTurn, type TurnEvent } from "./reduce-turn";

const CITATION = citationFixture();

const ANSWER: Answer = {
  question: "When does it ship?",
  text: "It ships on Monday [1].",
  citations: [CITATION],
  found: true,
  timings: { embed: 1, search: 1, compose: 1, firstToken: 1, total: 3 },
};

const ASKED = createTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 0 });

describe("reduceTurn()", () => {
  it("stays waiting until the first text event, also while citations arrive", () => {
    const turn = reduceEvents({ type: "citation", citation: CITATION });
    expect(turn).toMatchObject({ status: "waiting", text: "", citations: [CITATION] });
  });

  it("appends streamed text", () => {
    const turn = reduceEvents({ type: "text", delta: "It ships " }, { type: "text", delta: "soon" });
    expect(turn).toMatchObject({ status: "streaming", text: "It ships soon" });
  });

  it("replaces the streamed text by the final answer", () => {
    const answer = { ...ANSWER, found: false };
    const turn = reduceEvents({ type: "text", delta: "It sh" }, { type: "done", answer });
    expect(turn).toMatchObject({
      status: "done",
      text: ANSWER.text,
      citations: ANSWER.citations,
      found: false,
    });
  });

  it("removes the model whose answer was rejected", () => {
    const model = { id: "m/one", name: "One", locality: "device" } as const;
    const notes = [{ kind: "not-supported", text: "What the model wrote has no support." }] as const;
    const turn = reduceEvents({ type: "model", model }, { type: "done", answer: { ...ANSWER, notes } });
    expect(turn.notes).toEqual(notes);
    expect(turn).not.toHaveProperty("model");
    expect(
      reduceEvents({ type: "model", model }, { type: "done", answer: { ...ANSWER, model } }).model,
    ).toEqual(model);
  });

  it("collects reasoning apart from the text, and moves text there that turned out to be reasoning", () => {
    const turn = reduceEvents(
      { type: "reasoning", delta: "The person " },
      { type: "reasoning", delta: "asks. " },
      { type: "citation", citation: CITATION },
      { type: "text", delta: "Let me see" },
      { type: "retract" },
    );
    expect(turn).toMatchObject({
      status: "waiting",
      text: "",
      citations: [],
      reasoning: "The person asks. Let me see",
    });
    expect(reduceTurn(turn, { type: "done", answer: ANSWER })).toMatchObject({ text: ANSWER.text });
  });

  it("drops what a model wrote that another one replaces", () => {
    const model = { id: "m/two", name: "Two", locality: "device" } as const;
    const turn = reduceEvents(
      { type: "reasoning", delta: "Hm" },
      { type: "text", delta: " " },
      { type: "model", model },
    );
    expect(turn).toMatchObject({ status: "waiting", text: "", model });
    expect(turn).not.toHaveProperty("reasoning");
  });

  it("keeps the understood question and its filters", () => {
    const chips = [{ id: "since", field: "time", label: "since Monday" }] as const;
    expect(reduceEvents({ type: "understood", question: "ships", chips }).understood).toEqual({
      question: "ships",
      chips,
    });
  });

  it("keeps the streamed text of a failed turn, and ignores later events", () => {
    const error = { code: "engine-gone", message: "The engine stopped midway: ask again" } as const;
    const turn = reduceEvents(
      { type: "text", delta: "It sh" },
      { type: "error", error },
      { type: "text", delta: "ips" },
      { type: "done", answer: ANSWER },
    );
    expect(turn).toMatchObject({ status: "failed", text: "It sh", problem: error });
  });
});

function reduceEvents(...events: readonly TurnEvent[]) {
  return events.reduce(reduceTurn, ASKED);
}
