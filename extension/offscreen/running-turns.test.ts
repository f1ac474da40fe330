import { describe, expect, it } from "vitest";
import { newTurn } from "../../engine/chat/new-turn";
import type { TurnEvent } from "../../engine/chat/turn-after-event";
import { openTestStore } from "../../engine/testing/open-test-store";
import { chatHandlers } from "./chat-handlers";
import { createRunningTurns, type RunningTurnsParts } from "./running-turns";

const TURN = newTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 5 });
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
    const { running, chats, say, ended } = lab();
    running.start(TURN, REQUEST);
    running.follow(TURN, () => {})?.();
    await say({ type: "text", delta: "On " }, DONE);
    await ended();
    expect((await chats.get("c"))?.turns).toEqual([{ ...TURN, status: "done", text: "On Monday." }]);
    expect(running.isRunning(TURN)).toBe(false);
    expect(running.follow(TURN, () => {})).toBeUndefined();
  });

  it("tells one who comes late everything from the beginning, once", async () => {
    const { running, say } = lab();
    running.start(TURN, REQUEST);
    await say({ type: "text", delta: "On " });
    const heard: TurnEvent[] = [];
    running.follow(TURN, (event) => heard.push(event));
    await say({ type: "text", delta: "Monday." });
    expect(heard).toEqual([
      { type: "text", delta: "On " },
      { type: "text", delta: "Monday." },
    ]);
  });

  it("keeps what had come when it was stopped, and ends the work", async () => {
    const { running, chats, say, ended, stopped } = lab();
    running.start(TURN, REQUEST);
    await say({ type: "text", delta: "On " });
    running.stop(TURN);
    await say({ type: "text", delta: "Monday." });
    await ended();
    expect(stopped()).toBe(true);
    expect((await chats.get("c"))?.turns).toMatchObject([{ status: "stopped", text: "On " }]);
  });

  it("keeps the question before the answer has begun", async () => {
    const { running, chats, changed } = lab();
    running.start(TURN, REQUEST);
    await changed();
    expect((await chats.get("c"))?.turns).toEqual([TURN]);
  });

  it("keeps why the engine could not answer", async () => {
    const { running, chats, ended } = lab({
      answer: async () => {
        throw new Error("The search engine has stopped");
      },
    });
    running.start(TURN, REQUEST);
    await ended();
    expect((await chats.get("c"))?.turns).toMatchObject([
      { status: "failed", problem: { code: "bug", message: "The search engine has stopped" } },
    ]);
  });

  it("lets a question asked again take the place of its first answer", async () => {
    const { running, chats, say, ended } = lab();
    running.start(TURN, REQUEST);
    await say({ type: "text", delta: "On " });
    running.start({ ...TURN, question: "When does it really ship?" }, REQUEST);
    await say(DONE);
    await ended();
    expect((await chats.get("c"))?.turns).toMatchObject([
      { question: "When does it really ship?", status: "done", text: "On Monday." },
    ]);
  });

  it("shows a stopped answer as it stands before it is kept, and not as cut off", async () => {
    const { running, chats, say, changed } = lab();
    running.start(TURN, REQUEST);
    await changed();
    await say({ type: "text", delta: "On " });
    running.stop(TURN);
    const handlers = chatHandlers({ chats, running, document: async () => undefined, onChange: () => {} });
    const found = await handlers["chat-get"]({ chatId: "c" });
    expect(found?.turns).toEqual([{ ...TURN, status: "stopped", text: "On " }]);
  });

  it("tells whoever follows that a stopped answer is over, once it is kept", async () => {
    const { running, chats, ended, say } = lab();
    running.start(TURN, REQUEST);
    await say({ type: "text", delta: "It" });
    const kept: unknown[] = [];
    const over = new Promise<void>((resolve) => {
      running.follow(
        TURN,
        () => {},
        async () => {
          kept.push((await chats.get("c"))?.turns[0]?.status);
          resolve();
        },
      );
    });
    running.stop(TURN);
    await ended();
    await over;
    expect(kept).toEqual(["stopped"]);
  });
});

const ENDED = new Set(["done", "stopped", "failed"]);

/** Running turns over a real store, whose answers are spoken by the test. */
function lab(parts: Partial<RunningTurnsParts> = {}) {
  const { chats } = openTestStore();
  const speakers: ((event: TurnEvent) => void)[] = [];
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
        speakers.push((event) => {
          onEvent(event);
          if (event.type === "done") resolve();
        });
      });
    },
    ...parts,
  });
  const changed = () => new Promise<void>((resolve) => waiting.push(resolve));
  return {
    running,
    chats,
    changed,
    stopped: () => signal?.aborted,
    say: async (...events: TurnEvent[]) => {
      for (const event of events) speakers.at(-1)?.(event);
    },
    /** Resolves once the turn is over and kept. */
    ended: async () => {
      const isKept = async () => ENDED.has((await chats.get("c"))?.turns[0]?.status ?? "");
      while (running.isRunning(TURN) || !(await isKept())) await changed();
    },
  };
}
