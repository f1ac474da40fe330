import { expect, test } from "vitest";
import { createRunningTurns } from "../../engine/chat/create-running-turns";
import { createTurn } from "../../engine/chat/create-turn";
import type { TurnEvent } from "../../engine/chat/reduce-turn";
import { createFakeImageReader } from "../../engine/testing/fakes/fake-image-reader";
import { documentFixture } from "../../engine/testing/fixtures";
import { openTestStore } from "../../engine/testing/store/open-test-store";
import { createEngineHandlers, type EngineHandlersDeps } from "./engine-handlers";
import { createFakeCall } from "./testing/fake-call";

const TURN = createTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 5 });
const ASKED = { turn: TURN, request: { question: TURN.question } };
const TEXT: TurnEvent = { type: "text", delta: "On Monday." };

function createFixture(overrides: Partial<EngineHandlersDeps> = {}) {
  const { chats, egress } = openTestStore();
  const answering: { readonly emit: (event: TurnEvent) => void; readonly end: () => void }[] = [];
  const running = createRunningTurns({
    chats,
    onChange: () => {},
    answer: (_, emit) => new Promise((end) => answering.push({ emit, end })),
  });
  const page = documentFixture({ sourceId: "notes", itemId: "a" });
  const handlers = createEngineHandlers({
    open: async () => ({
      status: async () => ({ stats: {} as never, backlog: { entries: 2, bytes: 3 }, problems: [] }),
      suggest: async (query, limit) => [
        { title: `${query} ${limit}`, url: "", sourceLabel: "", snippet: "" },
      ],
      document: async (sourceId, itemId) =>
        [page].find((found) => found.itemId === itemId && found.sourceId === sourceId),
      openFocus: async ({ kind, title, url }) => ({ focusId: "f", kind, title, url, chunks: 1 }),
      closeFocus: async () => {},
    }),
    models: { ready: () => Promise.reject(new Error("The settings cannot be read")) },
    drainer: { schedule: () => {} },
    attachments: { readBytes: async () => new Uint8Array(), images: createFakeImageReader() },
    onChange: () => {},
    ...{ running, chats, egress },
    ...overrides,
  });
  return { handlers, page, chats, answering, running };
}

test("messages of the index are answered once it is open", async () => {
  const { handlers, page } = createFixture();
  const call = createFakeCall();
  expect(await handlers["engine-status"]({}, call)).toMatchObject({ backlog: { entries: 2 } });
  expect(await handlers.suggest({ query: "otter", limit: 3 }, call)).toMatchObject([{ title: "otter 3" }]);
  expect(await handlers["document-get"]({ sourceId: "notes", itemId: "a" }, call)).toBe(page);
  expect(await handlers["document-get"]({ sourceId: "notes", itemId: "b" }, call)).toBeNull();
});

test("messages of the index fail with the reason when it cannot be opened, and chats are shown all the same", async () => {
  const open = () => Promise.reject(new Error("Cannot read the packaged model"));
  const { handlers } = createFixture({ open });
  await expect(handlers["engine-status"]({}, createFakeCall())).rejects.toThrow("packaged model");
  expect(await handlers["chat-list"]({ words: "" }, createFakeCall())).toEqual([]);
});

test("messages of models fail with the reason when their settings cannot be read", async () => {
  const { handlers } = createFixture();
  await expect(handlers["model-list"]({}, createFakeCall())).rejects.toThrow("cannot be read");
});

test('"outbox-drain" replies before the work is done', async () => {
  let scheduled = 0;
  const { handlers } = createFixture({ drainer: { schedule: () => void scheduled++ } });
  await handlers["outbox-drain"]({}, createFakeCall());
  expect(scheduled).toBe(1);
});

test('"ask" replies once the turn is kept; a caller that leaves does not end the answer', async () => {
  const { handlers, answering, running, chats } = createFixture();
  const leave = new AbortController();
  const received: TurnEvent[] = [];
  const left = handlers.ask(ASKED, { emit: (event) => received.push(event), signal: leave.signal });
  leave.abort();
  await left;
  expect(running.isRunning(TURN)).toBe(true);
  const following = handlers["answer-follow"](TURN, {
    ...createFakeCall(),
    emit: (event) => received.push(event),
  });
  answering[0]?.emit(TEXT);
  answering[0]?.end();
  await following;
  expect(received).toEqual([TEXT]);
  expect((await chats.get("c"))?.turns).toMatchObject([{ status: "stopped", text: "On Monday." }]);
  await handlers["answer-follow"](TURN, createFakeCall());
});

test('"answer-stop" ends the answer and keeps what had come', async () => {
  const { handlers, answering, chats } = createFixture();
  const asking = handlers.ask(ASKED, createFakeCall());
  answering[0]?.emit(TEXT);
  await handlers["answer-stop"]({ chatId: "c", id: 1 }, createFakeCall());
  answering[0]?.end();
  await asking;
  expect((await chats.get("c"))?.turns).toMatchObject([{ status: "stopped", text: "On Monday." }]);
});
