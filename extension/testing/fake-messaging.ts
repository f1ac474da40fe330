import { vi } from "vitest";
import type { AnswerListener, AnswerStream } from "../../engine/chat/conversation";
import type { TurnEvent } from "../../engine/chat/reduce-turn";
import type { AskRequest, TurnRef } from "../../engine/contract/ask";
import * as answers from "../messaging/ask";
import * as attachments from "../messaging/attach-file";
import * as background from "../messaging/call-background";
import * as engine from "../messaging/call-engine";
import type { ChangeTopic } from "../messaging/changes";
import * as changes from "../messaging/changes";
import type { Attachment, BackgroundProtocol, EngineProtocol } from "../messaging/protocol";
import { createDeferred, type Deferred } from "./deferred";

type Protocol = BackgroundProtocol & EngineProtocol;

/** The handler of each message; it returns a value or a promise. */
export type FakeHandlers = {
  readonly [Name in keyof Protocol]?: (request: Protocol[Name]["request"]) => unknown;
};

/** An answer that a page listens to. */
export interface FakeAnswer {
  readonly turn: TurnRef;
  /** Absent for an answer that was asked for earlier. */
  readonly request?: AskRequest;
  state: "active" | "stopped" | "unsubscribed";
  emit(event: TurnEvent): void;
  /** Ends the answer without a last event. */
  end(): void;
}

/** A file that is being read. */
export interface FakeAttachment
  extends Deferred<{ focusId: string; kind: "file"; title: string; url: string }> {
  readonly attachment: Attachment;
  readonly signal: AbortSignal;
  progress(share: number): void;
}

interface ChangeListener {
  readonly topics: readonly ChangeTopic[];
  readonly listener: () => void;
}

/**
 * Replaces the functions of extension/messaging, for the test that calls it. A message without a handler is
 * rejected. Set-up of the component tests restores the functions.
 */
export function fakeMessaging(handlers: FakeHandlers = {}) {
  const sent: (readonly [name: string, request: unknown])[] = [];
  const call = async (name: string, request: unknown) => {
    sent.push([name, request]);
    const handler = (handlers as Record<string, ((request: unknown) => unknown) | undefined>)[name];
    if (!handler) throw new Error(`No fake answers "${name}"`);
    return handler(request);
  };
  vi.spyOn(background, "callBackground").mockImplementation(call as never);
  vi.spyOn(engine, "callEngine").mockImplementation(call as never);
  return {
    ...fakeChanges(),
    /** The messages that were sent, oldest first. */
    sent,
    /** The requests of the messages of that name. */
    requests: (name: keyof Protocol) =>
      sent.filter(([other]) => other === name).map(([, request]) => request),
    /** The answers that were asked for or followed. */
    answers: fakeAnswers(),
    /** The files that were handed to the engine. */
    attachments: fakeAttachments(),
  };
}

function fakeChanges() {
  const changeListeners = new Set<ChangeListener>();
  const chatListeners = new Set<(chatId: string) => void>();
  vi.spyOn(changes, "changesOf").mockImplementation(
    (topics) => (listener) => addTo(changeListeners, { topics, listener }),
  );
  vi.spyOn(changes, "onChatChange").mockImplementation((listener) => addTo(chatListeners, listener));
  return {
    /** Notifies the readers of these topics. */
    change: (...changed: readonly [ChangeTopic, ...ChangeTopic[]]) => {
      for (const { topics, listener } of changeListeners) {
        if (topics.some((topic) => changed.includes(topic))) listener();
      }
    },
    changeChat: (chatId: string) => {
      for (const listener of chatListeners) listener(chatId);
    },
    listenerCount: () => changeListeners.size + chatListeners.size,
  };
}

function fakeAnswers(): readonly FakeAnswer[] {
  const asked: FakeAnswer[] = [];
  const open = (turn: TurnRef, listener: AnswerListener, request?: AskRequest): AnswerStream => {
    const answer: FakeAnswer = {
      turn,
      ...(request && { request }),
      state: "active",
      emit: (event) => listener.onEvent(event),
      end: () => listener.onEnd(),
    };
    asked.push(answer);
    const end = (state: FakeAnswer["state"]) => () => {
      if (answer.state === "active") answer.state = state;
    };
    return {
      stop: end("stopped"),
      unsubscribe: end("unsubscribed"),
      isActive: () => answer.state === "active",
    };
  };
  vi.spyOn(answers, "ask").mockImplementation((turn, request, listener) => open(turn, listener, request));
  vi.spyOn(answers, "followAnswer").mockImplementation((turn, listener) => open(turn, listener));
  return asked;
}

function fakeAttachments(): readonly FakeAttachment[] {
  const attached: FakeAttachment[] = [];
  const attach = (
    attachment: Attachment,
    { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
  ) => {
    const reading = createDeferred<never>();
    signal.addEventListener("abort", () => reading.reject(signal.reason));
    attached.push({ ...reading, attachment, signal, progress: onProgress } as FakeAttachment);
    return reading.promise;
  };
  vi.spyOn(attachments, "attachFile").mockImplementation(attach as never);
  return attached;
}

function addTo<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
