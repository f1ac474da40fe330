import { beforeEach, expect, test, vi } from "vitest";
import { createTurn } from "../../engine/chat/create-turn";
import type { TurnEvent } from "../../engine/chat/reduce-turn";
import { EngineGoneError } from "../../engine/errors/engine-gone-error";
import { ask, followAnswer } from "./ask";
import { callEngine } from "./call-engine";
import type { CallOptions } from "./engine-client";

vi.mock("./call-engine", () => ({ callEngine: vi.fn() }));

const TURN = createTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 5 });
const TURN_REF = { chatId: "c", id: 1 };
const REQUEST = { question: TURN.question };
const TEXT: TurnEvent = { type: "text", delta: "On Monday." };
const FAILED: TurnEvent = { type: "error", error: { code: "unavailable", message: "No model answers" } };

interface FakeCall {
  readonly name: string;
  readonly request: unknown;
  readonly options: CallOptions<TurnEvent>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

let calls: FakeCall[] = [];

beforeEach(() => {
  calls = [];
  const record = (name: string, request: unknown, options: CallOptions<TurnEvent> = {}) =>
    new Promise<void>((resolve, reject) => {
      calls.push({ name, request, options, resolve, reject });
    });
  vi.mocked(callEngine).mockImplementation(record as never);
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

function createListener() {
  const events: TurnEvent[] = [];
  const ended = vi.fn();
  return {
    events,
    ended,
    listener: { onEvent: (event: TurnEvent) => void events.push(event), onEnd: ended },
  };
}

test("ask() hands events over and is over after the last of them", async () => {
  const { events, listener } = createListener();
  const stream = ask(TURN, REQUEST, listener);
  expect(calls).toMatchObject([{ name: "ask", request: { turn: TURN, request: REQUEST } }]);
  calls[0]?.options.onEvent?.(TEXT);
  expect(stream.isActive()).toBe(true);
  calls[0]?.options.onEvent?.(FAILED);
  expect(stream.isActive()).toBe(false);
  calls[0]?.resolve();
  await settle();
  expect(events).toEqual([TEXT, FAILED]);
});

test("followAnswer() says that an answer has ended which gave no last event", async () => {
  const { events, ended, listener } = createListener();
  const stream = followAnswer(TURN, listener);
  expect(calls).toMatchObject([{ name: "answer-follow", request: TURN_REF }]);
  calls[0]?.resolve();
  await settle();
  expect(events).toEqual([]);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(stream.isActive()).toBe(false);
});

test("ask() says what to do when the engine ends midway", async () => {
  const { events, listener } = createListener();
  ask(TURN, REQUEST, listener);
  calls[0]?.reject(new EngineGoneError("The search engine stopped midway: try again"));
  await settle();
  expect(events).toEqual([
    { type: "error", error: { code: "engine-gone", message: "The engine stopped midway: ask again" } },
  ]);
});

test("stop() ends the answer once; nothing comes after it", async () => {
  const { events, listener } = createListener();
  const stream = ask(TURN, REQUEST, listener);
  stream.stop();
  stream.stop();
  calls[0]?.options.onEvent?.(TEXT);
  calls[0]?.reject(calls[0].options.signal?.reason);
  await settle();
  expect(calls.map(({ name, request }) => [name, request]).slice(1)).toEqual([["answer-stop", TURN_REF]]);
  expect(calls[0]?.options.signal?.aborted).toBe(true);
  expect(events).toEqual([]);
});

test("unsubscribe() leaves the answer to be finished", async () => {
  const { events, listener } = createListener();
  const stream = ask(TURN, REQUEST, listener);
  stream.unsubscribe();
  calls[0]?.options.onEvent?.(TEXT);
  expect(calls.map(({ name }) => name)).toEqual(["ask"]);
  expect(events).toEqual([]);
});
