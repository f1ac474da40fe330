import type { PlainError } from "../errors/to-plain-error";
import type { Answer, Citation, FilterChip, LiveFinding } from "./answer";

/** A conversation: questions that follow one another. */
export interface Chat {
  readonly id: string;
  /** The first question until the person names the chat. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When the last question was asked; milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly pinned: boolean;
}

/** The one page, selection, link, file or picture a question is limited to. */
export interface Focus {
  readonly focusId: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  /** What could not be read of it. */
  readonly note?: string;
}

/** Where a question searches: in one page, or in what matches every field. Everywhere when all are absent. */
export interface Scope {
  readonly focus?: Focus;
  readonly sources?: readonly { readonly id: string; readonly label: string }[];
  /** Names of folders, channels, repositories. */
  readonly containers?: readonly string[];
  /** Start and end in milliseconds since the epoch, and the person's words for the period. */
  readonly since?: { readonly at: number; readonly label: string };
}

/** `waiting` until the first text arrives. `done`, `stopped` and `failed` are final. */
export type TurnStatus = "waiting" | "streaming" | "done" | "stopped" | "failed";

/** How an answer was made, where it is known. */
type AnswerProvenance = Pick<Answer, "closest" | "model" | "unsupported" | "conflicts" | "notes" | "cached">;

/** One question of a chat with its answer. */
export interface Turn extends AnswerProvenance {
  readonly chatId: string;
  /** Unique in its chat and ascending in the order of asking. A question asked again keeps its id. */
  readonly id: number;
  readonly question: string;
  readonly scope: Scope;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  /** True where the turn lists documents and has no answer. */
  readonly find?: boolean;
  /** Ids of filters in the question's words that the person removed. */
  readonly removedChips?: readonly string[];
  /** The rewritten question; absent where the question was not rewritten. */
  readonly understood?: { readonly question: string; readonly chips: readonly FilterChip[] };
  readonly status: TurnStatus;
  /** Markdown with `[n]` markers, as received so far. */
  readonly text: string;
  /** What the model thought before it answered, as received so far. No part of the answer: not exported, and not in the history. */
  readonly reasoning?: string;
  readonly citations: readonly Citation[];
  /** Replies of the sources that were searched at query time, in the order they came. */
  readonly live: readonly LiveFinding[];
  /** False when the sources hold no answer. */
  readonly found: boolean;
  /** Why it failed: the error's code and a sentence. */
  readonly problem?: PlainError;
}

export interface ChatWithTurns {
  readonly chat: Chat;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}
