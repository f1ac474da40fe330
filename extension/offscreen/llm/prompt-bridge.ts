import type {
  PromptApi,
  PromptAvailability,
  PromptMessage,
  PromptSession,
} from "../../../engine/ports/prompt-api";

/** A session on the page, as the worker knows it. */
interface SessionNote {
  readonly sessionId: string;
  readonly contextTokens: number;
  readonly usedTokens: number;
}

/**
 * The Prompt API as it crosses from page to worker. Signals cannot, so every call has an id, chosen by the worker, by
 * which it is stopped; a call is also stopped once it is over, which forgets it.
 */
export interface RemotePromptApi {
  availability(): Promise<PromptAvailability>;
  create(
    callId: string,
    messages: readonly PromptMessage[],
    onProgress: (share: number) => void,
  ): Promise<SessionNote>;
  clone(callId: string, sessionId: string): Promise<SessionNote>;
  measure(callId: string, sessionId: string, messages: readonly PromptMessage[]): Promise<number>;
  prompt(
    callId: string,
    sessionId: string,
    messages: readonly PromptMessage[],
  ): Promise<ReadableStream<string>>;
  stop(callId: string): Promise<void>;
  destroy(sessionId: string): Promise<void>;
}

/** What a value needs to cross over: a callback is proxied, a stream handed over. */
export interface Crossing {
  readonly callback: <T extends object>(callback: T) => T;
  readonly stream: <T extends ReadableStream>(stream: T) => T;
}

/** The page's side. */
export function servePromptApi(api: PromptApi, { stream }: Pick<Crossing, "stream">): RemotePromptApi {
  const sessions = new Map<string, PromptSession>();
  const calls = new Map<string, AbortController>();

  async function call<T>(callId: string, work: (signal: AbortSignal) => T | Promise<T>): Promise<T> {
    const stop = new AbortController();
    calls.set(callId, stop);
    return work(stop.signal);
  }

  function keep(session: PromptSession): SessionNote {
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
      call(callId, async (signal) => keep(await api.create({ messages, onProgress, signal }))),
    clone: (callId, sessionId) => call(callId, async (signal) => keep(await find(sessionId).clone(signal))),
    measure: (callId, sessionId, messages) =>
      call(callId, (signal) => find(sessionId).measure(messages, signal)),
    prompt: (callId, sessionId, messages) =>
      call(callId, (signal) => stream(find(sessionId).prompt(messages, signal))),
    stop: async (callId) => {
      calls.get(callId)?.abort();
      calls.delete(callId);
    },
    destroy: async (sessionId) => {
      sessions.get(sessionId)?.destroy();
      sessions.delete(sessionId);
    },
  };
}

/** The worker's side. */
export function toPromptApi(remote: RemotePromptApi, { callback }: Pick<Crossing, "callback">): PromptApi {
  /** Ends as soon as the signal aborts; a session that comes all the same is destroyed. */
  async function call<T>(signal: AbortSignal, work: (callId: string) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const callId = crypto.randomUUID();
    const over = new AbortController();
    const result = work(callId);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
    });
    try {
      return await Promise.race([result, aborted]);
    } finally {
      over.abort();
      void remote.stop(callId);
    }
  }

  async function open(signal: AbortSignal, work: (callId: string) => Promise<SessionNote>) {
    const opening: { note?: Promise<SessionNote> } = {};
    try {
      return toSession(
        await call(signal, (callId) => {
          opening.note = work(callId);
          return opening.note;
        }),
      );
    } catch (error) {
      opening.note?.then(({ sessionId }) => remote.destroy(sessionId)).catch(() => {});
      throw error;
    }
  }

  function prompt(
    sessionId: string,
    messages: readonly PromptMessage[],
    signal: AbortSignal,
  ): ReadableStream<string> {
    const callId = crypto.randomUUID();
    const { readable, writable } = new TransformStream<string, string>();
    remote
      .prompt(callId, sessionId, messages)
      .then((stream) => stream.pipeTo(writable, { signal }))
      // Already aborted where the pipe failed; not where the prompt itself was refused.
      .catch((error) => writable.abort(error))
      .catch(() => {})
      .finally(() => void remote.stop(callId));
    return readable;
  }

  function toSession({ sessionId, contextTokens, usedTokens }: SessionNote): PromptSession {
    return {
      contextTokens,
      usedTokens,
      measure: (messages, signal) => call(signal, (callId) => remote.measure(callId, sessionId, messages)),
      prompt: (messages, signal) => prompt(sessionId, messages, signal),
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
