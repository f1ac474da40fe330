import { describe, expect, it } from "vitest";
import { createTurn } from "../../../engine/chat/create-turn";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import { openTestStore } from "../../../engine/testing/store/open-test-store";
import { chatHandlers } from "./chat-handlers";
import { createRunningTurns, type RunningTurnsDeps } from "./running-turns";

const TURN = createTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 5 });
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

describe("RunningTurns", () => {
  it("finishes and keeps an answer that nobody listens to any more", async () => {
    const { running, chats, emit, settled } = createFixture();
    running.start(TURN, REQUEST);
    running.follow(TURN, () => {})?.();
    await emit({ type: "text", delta: "On " }, DONE);
    await settled();
    expect((await chats.get("c"))?.turns).toEqual([{ ...TURN, status: "done", text: "On Monday." }]);
    expect(running.isRunning(TURN)).toBe(false);
    expect(running.follow(TURN, () => {})).toBeUndefined();
  });

  it("tells one who comes late everything from the beginning, once", async () => {
    const { running, emit } = createFixture();
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

  it("keeps what had come when it was stopped, and ends the work", async () => {
    const { running, chats, emit, settled, stopped } = createFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "On " });
    running.stop(TURN);
    await emit({ type: "text", delta: "Monday." });
    await settled();
    expect(stopped()).toBe(true);
    expect((await chats.get("c"))?.turns).toMatchObject([{ status: "stopped", text: "On " }]);
  });

  it("keeps the question before the answer has begun", async () => {
    const { running, chats, changed } = createFixture();
    running.start(TURN, REQUEST);
    await changed();
    expect((await chats.get("c"))?.turns).toEqual([TURN]);
  });

  it("keeps why the engine could not answer", async () => {
    const { running, chats, settled } = createFixture({
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

  it("lets a question asked again take the place of its first answer", async () => {
    const { running, chats, emit, settled } = createFixture();
    running.start(TURN, REQUEST);
    await emit({ type: "text", delta: "On " });
    running.start({ ...TURN, question: "When does it really ship?" }, REQUEST);
    await emit(DONE);
    await settled();
    expect((await chats.get("c"))?.turns).toMatchObject([
      { question: "When does it really ship?", status: "done", text: "On Monday." },
    ]);
  });

  it("shows a stopped answer as it stands before it is kept, and not as cut off", async () => {
    const { running, chats, emit, changed } = createFixture();
    running.start(TURN, REQUEST);
    await changed();
    await emit({ type: "text", delta: "On " });
    running.stop(TURN);
    const handlers = chatHandlers({ chats, running, document: async () => undefined, onChange: () => {} });
    const found = await handlers["chat-get"]({ chatId: "c" });
    expect(found?.turns).toEqual([{ ...TURN, status: "stopped", text: "On " }]);
  });

  it("tells whoever follows that a stopped answer is over, once it is kept", async () => {
    const { running, chats, settled, emit } = createFixture();
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

const ENDED = new Set(["done", "stopped", "failed"]);

/** Running turns over a real store, whose answers are spoken by the test. */
function createFixture(overrides: Partial<RunningTurnsDeps> = {}) {
  const { chats } = openTestStore();
  const emitters: ((event: TurnEvent) => void)[] = [];
  const waiting: (() => void)[] = [];
  let signal: AbortSignal | undefined;
  const running = createRunningTurns({
    chats,
    onChange: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
    answer: (_request, onEvent, ownSignal) => {
      signal = ownSignal;
      return new Promise((resolve) => {
        ownSignal.addEventListener("abort", () => resolve());
        emitters.push((event) => {
          onEvent(event);
          if (event.type === "done") resolve();
        });
      });
    },
    ...overrides,
  });
  const changed = () => new Promise<void>((resolve) => waiting.push(resolve));
  return {
    running,
    chats,
    changed,
    stopped: () => signal?.aborted,
    emit: async (...events: TurnEvent[]) => {
      for (const event of events) emitters.at(-1)?.(event);
    },
    /** Resolves once the turn is over and kept. */
    settled: async () => {
      const isKept = async () => ENDED.has((await chats.get("c"))?.turns[0]?.status ?? "");
      while (running.isRunning(TURN) || !(await isKept())) await changed();
    },
  };
}
