import { expect, test } from "vitest";
import { createRunningTurnsFixture, TURN } from "../../../engine/chat/testing/running-turns-fixture";
import { createFakeCall } from "../testing/fake-call";
import { chatHandlers } from "./chat-handlers";

test("chatHandlers() return a stopped turn as stopped before it is stored, and not as failed", async () => {
  const { running, chats, emit, changed } = createRunningTurnsFixture();
  running.start(TURN, { question: TURN.question });
  await changed();
  await emit({ type: "text", delta: "On " });
  running.stop(TURN);
  const handlers = chatHandlers({ chats, running, document: async () => undefined, onChange: () => {} });
  const found = await handlers["chat-get"]({ chatId: "c" }, createFakeCall());
  expect(found?.turns).toEqual([{ ...TURN, status: "stopped", text: "On " }]);
});
