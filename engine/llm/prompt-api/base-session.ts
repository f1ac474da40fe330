import type { PromptApi, PromptMessage, PromptSession } from "../../ports/prompt-api";

/** One base session that is copied for every answer: answers share its instructions and nothing else. */
export interface BaseSession {
  copy(instructions: readonly PromptMessage[], signal: AbortSignal): Promise<PromptSession>;
  /** The token limit of a session; undefined before the first. */
  contextTokens(): number | undefined;
  /** The next copy comes from a new session. */
  drop(): void;
}

export function createBaseSession(api: PromptApi): BaseSession {
  let kept: { readonly key: string; readonly session: Promise<PromptSession> } | undefined;
  let contextTokens: number | undefined;

  function drop(): void {
    kept?.session.then(
      (session) => session.destroy(),
      () => {},
    );
    kept = undefined;
  }

  function sessionFor(instructions: readonly PromptMessage[]): Promise<PromptSession> {
    const key = JSON.stringify(instructions);
    if (kept?.key === key) return kept.session;
    drop();
    // Other answers may wait for it too, so it does not end with one answer.
    const { signal } = new AbortController();
    const session = api.create({ messages: instructions, signal });
    kept = { key, session };
    return session;
  }

  return {
    drop,
    contextTokens: () => contextTokens,
    copy: async (instructions, signal) => {
      const session = await sessionFor(instructions);
      contextTokens = session.contextTokens;
      signal.throwIfAborted();
      return session.clone(signal);
    },
  };
}
