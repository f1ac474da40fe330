import type {
  PromptApi,
  PromptAvailability,
  PromptMessage,
  PromptSession,
} from "../../../../engine/ports/prompt-api";
import { callRemote, createCallRegistry, streamRemote } from "./remote-call";

/** A session on the page, as the worker knows it. */
interface SessionInfo {
  readonly sessionId: string;
  readonly contextTokens: number;
  readonly usedTokens: number;
}

/**
 * The Prompt API's interface for the engine worker. Every call has an id, chosen by the worker, by which it is stopped.
 */
export interface RemotePromptApi {
  availability(): Promise<PromptAvailability>;
  create(
    callId: string,
    messages: readonly PromptMessage[],
    onProgress: (share: number) => void,
  ): Promise<SessionInfo>;
  clone(callId: string, sessionId: string): Promise<SessionInfo>;
  measure(callId: string, sessionId: string, messages: readonly PromptMessage[]): Promise<number>;
  prompt(
    callId: string,
    sessionId: string,
    messages: readonly PromptMessage[],
  ): Promise<ReadableStream<string>>;
  stop(callId: string): Promise<void>;
  destroy(sessionId: string): Promise<void>;
}

/** Makes values transferable: a callback is proxied, a stream transferred. */
export interface Marshaller {
  readonly callback: <T extends object>(callback: T) => T;
  readonly stream: <T extends ReadableStream>(stream: T) => T;
}

/** The page's side. */
export function servePromptApi(api: PromptApi, { stream }: Pick<Marshaller, "stream">): RemotePromptApi {
  const sessions = new Map<string, PromptSession>();
  const calls = createCallRegistry();

  function register(session: PromptSession): SessionInfo {
    const sessionId = crypto.randomUUID();
    sessions.set(sessionId, session);
    return { sessionId, contextTokens: session.contextTokens, usedTokens: session.usedTokens };
  }

  function find(sessionId: string): PromptSession {
    const session = sessions.get(sessionId);
    if (!session) throw new DOMException("The session was destroyed", "InvalidStateError");
    return session;
  }

  return {
    availability: () => api.availability(),
    create: (callId, messages, onProgress) =>
      calls.run(callId, async (signal) => register(await api.create({ messages, onProgress, signal }))),
    clone: (callId, sessionId) =>
      calls.run(callId, async (signal) => register(await find(sessionId).clone(signal))),
    measure: (callId, sessionId, messages) =>
      calls.run(callId, (signal) => find(sessionId).measure(messages, signal)),
    prompt: (callId, sessionId, messages) =>
      calls.run(callId, (signal) => stream(find(sessionId).prompt(messages, signal))),
    stop: (callId) => calls.stop(callId),
    destroy: async (sessionId) => {
      sessions.get(sessionId)?.destroy();
      sessions.delete(sessionId);
    },
  };
}

/** The worker's side. */
export function toPromptApi(remote: RemotePromptApi, { callback }: Pick<Marshaller, "callback">): PromptApi {
  /** Destroys a session that opens after its caller has aborted. */
  async function open(signal: AbortSignal, work: (callId: string) => Promise<SessionInfo>) {
    const opening: { note?: Promise<SessionInfo> } = {};
    try {
      return toSession(
        await callRemote(remote, signal, (callId) => {
          opening.note = work(callId);
          return opening.note;
        }),
      );
    } catch (error) {
      opening.note?.then(({ sessionId }) => remote.destroy(sessionId)).catch(() => {});
      throw error;
    }
  }

  function toSession({ sessionId, contextTokens, usedTokens }: SessionInfo): PromptSession {
    return {
      contextTokens,
      usedTokens,
      measure: (messages, signal) =>
        callRemote(remote, signal, (callId) => remote.measure(callId, sessionId, messages)),
      prompt: (messages, signal) =>
        streamRemote(remote, signal, (callId) => remote.prompt(callId, sessionId, messages)),
      clone: (signal) => open(signal, (callId) => remote.clone(callId, sessionId)),
      destroy: () => void remote.destroy(sessionId),
    };
  }

  return {
    availability: () => remote.availability(),
    create: ({ messages, onProgress = () => {}, signal }) =>
      open(signal, (callId) => remote.create(callId, messages, callback(onProgress))),
  };
}
