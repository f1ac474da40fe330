/** As the browser words it; `absent` where it has no such interface. */
export type PromptAvailability = "absent" | "unavailable" | "downloadable" | "downloading" | "available";

export interface PromptMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** A conversation with the browser's built-in model; what is said in it stays in its context. */
export interface PromptSession {
  /** Tokens of everything said in it, answers included. */
  readonly contextTokens: number;
  /** Tokens its first messages have taken up. */
  readonly usedTokens: number;
  measure(messages: readonly PromptMessage[], signal: AbortSignal): Promise<number>;
  /** Pieces of the answer. Fails with the browser's own DOMExceptions. */
  prompt(messages: readonly PromptMessage[], signal: AbortSignal): ReadableStream<string>;
  /** A new conversation with the same beginning, quicker than a new session. */
  clone(signal: AbortSignal): Promise<PromptSession>;
  destroy(): void;
}

export interface CreateSession {
  /** How the conversation begins: the system's message first. */
  readonly messages: readonly PromptMessage[];
  /** Of the model's download, where there is one; 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The browser's built-in language model (https://webmachinelearning.github.io/prompt-api/), on documents only. */
export interface PromptApi {
  availability(): Promise<PromptAvailability>;
  /** Fetches the model first where it is not there; browsers ask for a click before that (NotAllowedError). */
  create(options: CreateSession): Promise<PromptSession>;
}
