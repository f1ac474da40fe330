/** A stretch of time in milliseconds since the epoch: `after` inclusive, `before` exclusive. */
export interface TimeRange {
  readonly after?: number;
  readonly before?: number;
}

/**
 * What a person asks for. `question` is everything that has one answer; the others are tasks. A subject is as it was
 * typed, without its article; that of `summarise` is empty when none was named, as is that of `changes` when it is absent.
 */
export type Intent =
  | { readonly kind: "question" }
  | { readonly kind: "summarise"; readonly subject: string }
  | { readonly kind: "compare"; readonly left: string; readonly right: string; readonly aspect?: string }
  /** `counted`: how many there are was asked. */
  | { readonly kind: "list"; readonly subject: string; readonly counted?: boolean }
  | { readonly kind: "changes"; readonly subject?: string; readonly since?: TimeRange }
  | { readonly kind: "define"; readonly subject: string }
  | { readonly kind: "find"; readonly subject: string }
  | { readonly kind: "about"; readonly subject: string }
  | { readonly kind: "help"; readonly reply: HelpReply };

/** A greeting and a question for help get the same reply; thanks get a short one. */
export type HelpReply = "help" | "thanks";
