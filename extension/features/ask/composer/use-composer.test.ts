import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Turn } from "../../../../engine/model/chat";
import type { PendingAsk } from "../../../platform/pending-ask";
import { createDeferred } from "../../../testing/deferred";
import { fakeChrome } from "../../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useComposer } from "./use-composer";

const PAGE = { focusId: "page", kind: "page", title: "Release notes", url: "https://a.example/" };
const CHOICES = [{ id: "s1", label: "Slack", icon: "page" }] as const;

async function setUp({
  pending,
  question,
  handlers = {},
}: {
  pending?: PendingAsk;
  question?: string;
  handlers?: FakeHandlers;
} = {}) {
  const { session } = fakeChrome();
  if (pending) session.set("pending-ask", pending);
  const messaging = fakeMessaging(handlers);
  const box = { fill: vi.fn(), focus: vi.fn() };
  const hook = renderHook(() => {
    const composer = useComposer(CHOICES, question);
    composer.questionBox.current = box;
    return composer;
  });
  await act(async () => {});
  const { result } = hook;
  return {
    ...hook,
    box,
    session,
    messaging,
    send: async (text: string) => {
      let isTaken = false;
      await act(async () => {
        isTaken = result.current.send(text);
      });
      return isTaken;
    },
    /** The turns that were asked, newest last. */
    asked: () => messaging.answers.map(({ turn }) => turn as Turn),
  };
}

test("useComposer() asks the typed question within the scope", async () => {
  const { result, send, asked } = await setUp();
  act(() => result.current.scopeState.setSelected(["s1"]));
  expect(await send("When does it ship?")).toBe(true);
  expect(asked()).toMatchObject([
    { question: "When does it ship?", scope: { sources: [{ id: "s1", label: "Slack" }] } },
  ]);
});

test("useComposer() asks the initial question at once, and restores no chat then", async () => {
  const { asked, messaging } = await setUp({ question: "When does it ship?" });
  expect(asked()).toMatchObject([{ question: "When does it ship?", scope: {} }]);
  expect(messaging.sent).toEqual([]);
});

test("useComposer() keeps the text of an incomplete command and shows what is missing", async () => {
  const { result, send, asked } = await setUp();
  expect(await send("/find")).toBe(false);
  expect(result.current.hint).toBe("Say what to find after the command");
  expect(asked()).toEqual([]);
  await send("/find notes");
  expect(result.current.hint).toBeUndefined();
});

test("useComposer() lists documents of all sources, whatever the scope", async () => {
  const { result, send, asked } = await setUp();
  act(() => result.current.scopeState.setSelected(["s1"]));
  await send("/find notes");
  expect(asked()).toMatchObject([{ question: "notes", find: true, scope: {} }]);
});

test("useComposer() attaches the page first when a command is about it", async () => {
  const { send, asked, box } = await setUp({ handlers: { "page-focus": () => PAGE } });
  box.focus.mockClear();
  await send("/summarize");
  expect(asked()).toMatchObject([{ question: "Summarize this page", scope: { focus: PAGE } }]);
  expect(box.focus).toHaveBeenCalled();
});

test("useComposer() asks the attached page alone", async () => {
  const { result, send, asked } = await setUp();
  act(() => {
    result.current.scopeState.setSelected(["s1"]);
    result.current.page.setFocus(PAGE);
  });
  await send("When does it ship?");
  expect(asked()).toMatchObject([{ scope: { focus: PAGE } }]);
});

test("useComposer() opens the dialog of the person's own commands", async () => {
  const { result, send, asked } = await setUp();
  expect(await send("/prompts")).toBe(true);
  expect(result.current.isEditingPrompts).toBe(true);
  expect(asked()).toEqual([]);
});

test("useComposer() asks an edited turn again in its place", async () => {
  const { result, box, send, asked } = await setUp();
  await send("When does it ship?");
  act(() => result.current.recall());
  expect(box.fill).toHaveBeenLastCalledWith("When does it ship?");
  await send("Where does it ship?");
  const [first, second] = asked();
  expect(second).toMatchObject({ id: first?.id, question: "Where does it ship?" });
  expect(result.current.editing).toBeUndefined();
});

test("useComposer() clears the box when editing ends, and keeps other text", async () => {
  const { result, box, send } = await setUp();
  await send("When does it ship?");
  act(() => result.current.stopEditing());
  expect(box.fill).not.toHaveBeenCalled();
  act(() => result.current.recall());
  act(() => result.current.stopEditing());
  expect(box.fill).toHaveBeenLastCalledWith("");
  expect(result.current.editing).toBeUndefined();
});

test("useComposer() does not edit a turn of one chat in another one", async () => {
  const { result, send, asked } = await setUp();
  await send("When does it ship?");
  act(() => result.current.recall());
  act(() => result.current.conversation.startChat());
  expect(result.current.editing).toBeUndefined();
  await send("Where does it ship?");
  expect(asked()[1]?.chatId).toBe(result.current.conversation.chatId);
});

test("useComposer() asks the stored request of the context menu about its page", async () => {
  const { result, asked, session } = await setUp({
    pending: { question: "Summarize this page", focus: PAGE },
  });
  expect(asked()).toMatchObject([{ question: "Summarize this page", scope: { focus: PAGE } }]);
  expect(result.current.page.focus).toEqual(PAGE);
  expect(session.has("pending-ask")).toBe(false);
});

test("useComposer() waits for access to a linked page", async () => {
  const needsHost = { pattern: "https://a.example/*", url: "https://a.example/notes" };
  const { result, asked } = await setUp({ pending: { question: "Summarize this page", needsHost } });
  expect(result.current.pending?.needsHost).toEqual(needsHost);
  expect(asked()).toEqual([]);
});

test("useComposer() handles later requests until unmount", async () => {
  const { asked, unmount } = await setUp();
  await act(() => chrome.storage.session.set({ "pending-ask": { question: "Why?" } }));
  expect(asked()).toMatchObject([{ question: "Why?" }]);
  unmount();
  await act(() => chrome.storage.session.set({ "pending-ask": { question: "And where?" } }));
  expect(asked()).toHaveLength(1);
});

test("useComposer() drops a page that arrives after a new chat was started", async () => {
  const reply = createDeferred<unknown>();
  const { result, send, asked } = await setUp({ handlers: { "page-focus": () => reply.promise } });
  await send("/summarize");
  act(() => {
    result.current.page.setFocus(undefined);
    result.current.conversation.startChat();
  });
  await act(async () => reply.resolve(PAGE));
  expect(result.current.page.focus).toBeUndefined();
  expect(asked()).toEqual([]);
});
