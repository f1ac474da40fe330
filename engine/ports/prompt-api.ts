/** The browser's own words; `absent` where it has no such API. */
export type PromptAvailability = "absent" | "unavailable" | "downloadable" | "downloading" | "available";

export interface PromptMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** A conversation with the browser's built-in model. Everything said in it stays in its context. */
export interface PromptSession {
  /** Tokens of everything in the context, including answers. */
  readonly contextTokens: number;
  /** Tokens of the initial messages. */
  readonly usedTokens: number;
  measure(messages: readonly PromptMessage[], signal: AbortSignal): Promise<number>;
  /** Pieces of the answer. Fails with the browser's own DOMExceptions. */
  prompt(messages: readonly PromptMessage[], signal: AbortSignal): ReadableStream<string>;
  /** A new conversation with the same initial messages; faster than a new session. */
  clone(signal: AbortSignal): Promise<PromptSession>;
  destroy(): void;
}

export interface CreateSession {
  /** The initial messages, the system message first. */
  readonly messages: readonly PromptMessage[];
  /** Progress of the model's download, where there is one; 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The browser's built-in language model (https://webmachinelearning.github.io/prompt-api/). Available in documents
 * only.
 */
export interface PromptApi {
  availability(): Promise<PromptAvailability>;
  /** Downloads the model first when it is not there. Browsers require a click for that (NotAllowedError). */
  create(options: CreateSession): Promise<PromptSession>;
}
