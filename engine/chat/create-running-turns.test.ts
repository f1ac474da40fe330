import { describe, expect, it, vi } from "vitest";
import type { TurnEvent } from "./reduce-turn";
import { createRunningTurnsFixture, TURN } from "./testing/running-turns-fixture";

const REQUEST = { question: TURN.question };
const DONE: TurnEvent = {
  type: "done",
  answer: {
    question: TURN.question,
    text: "On Monday.",
    citations: [],
    found: true,
    timings: { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 },
  },
};

describe("createRunningTurns()", () => {
  it("finishes and stores an answer without a listener", async () => {
    const { running, chats, emit, settled } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    running.follow(TURN, () => {})?.();
    await emit({ type: "text", delta: "On " }, DONE);
    await settled();
    expect((await chats.get("c"))?.turns).toEqual([{ ...TURN, status: "done", text: "On Monday." }]);
    expect(running.isRunning(TURN)).toBe(false);
    expect(running.follow(TURN, () => {})).toBeUndefined();
  });

  it("replays all events to a late listener, each once", async () => {
    const { running, emit } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "On " });
    const received: TurnEvent[] = [];
    running.follow(TURN, (event) => received.push(event));
    await emit({ type: "text", delta: "Monday." });
    expect(received).toEqual([
      { type: "text", delta: "On " },
      { type: "text", delta: "Monday." },
    ]);
  });

  it("stores the streamed text on stop and aborts the answer", async () => {
    const { running, chats, emit, settled, stopped } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "On " });
    running.stop(TURN);
    await emit({ type: "text", delta: "Monday." });
    await settled();
    expect(stopped()).toBe(true);
    expect((await chats.get("c"))?.turns).toMatchObject([{ status: "stopped", text: "On " }]);
  });

  it("stores the question before the answer starts", async () => {
    const { running, chats, changed } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    await changed();
    expect((await chats.get("c"))?.turns).toEqual([TURN]);
  });

  it("stores a long answer while it is written, for the case that the engine ends midway", async () => {
    const { running, chats, changed, emit, settled } = createRunningTurnsFixture();
    const text = "It ships on Monday. ".repeat(30);
    running.start(TURN, REQUEST);
    await changed();
    await emit({ type: "text", delta: text });
    await vi.waitFor(async () =>
      expect((await chats.get("c"))?.turns).toMatchObject([{ status: "streaming", text }]),
    );
    await emit({ type: "retract" }, { type: "text", delta: "On " }, DONE);
    await settled();
    expect((await chats.get("c"))?.turns).toMatchObject([{ status: "done", text: "On Monday." }]);
  });

  it("stores the error of an engine that cannot answer", async () => {
    const { running, chats, settled } = createRunningTurnsFixture({
      answer: async () => {
        throw new Error("The search engine has stopped");
      },
    });
    running.start(TURN, REQUEST);
    await settled();
    expect((await chats.get("c"))?.turns).toMatchObject([
      { status: "failed", problem: { code: "bug", message: "The search engine has stopped" } },
    ]);
  });

  it("replaces the first answer of a question that is asked again", async () => {
    const { running, chats, emit, settled } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "On " });
    running.start({ ...TURN, question: "When does it really ship?" }, REQUEST);
    await emit(DONE);
    await settled();
    expect((await chats.get("c"))?.turns).toMatchObject([
      { question: "When does it really ship?", status: "done", text: "On Monday." },
    ]);
  });

  it("tells listeners that a stopped answer has ended, once it is stored", async () => {
    const { running, chats, settled, emit } = createRunningTurnsFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "It" });
    const statuses: unknown[] = [];
    const over = new Promise<void>((resolve) => {
      running.follow(
        TURN,
        () => {},
        async () => {
          statuses.push((await chats.get("c"))?.turns[0]?.status);
          resolve();
        },
      );
    });
    running.stop(TURN);
    await settled();
    await over;
    expect(statuses).toEqual(["stopped"]);
  });
});
