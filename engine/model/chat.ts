import type { PlainError } from "../errors/to-plain-error";
import type { Answer, Citation, FilterChip, LiveFinding } from "./answer";

/** A conversation: questions that follow one another. */
export interface Chat {
  readonly id: string;
  /** The first question until the person names it. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When the last question was asked; milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly pinned: boolean;
}

/** The one page, selection, link, file or picture a question is narrowed to. */
export interface Focus {
  readonly focusId: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  /** What of it could not be read. */
  readonly note?: string;
}

/** Where a question looks: one page, or what matches every field; everywhere when all are absent. */
export interface Scope {
  readonly focus?: Focus;
  readonly sources?: readonly { readonly id: string; readonly label: string }[];
  /** Names of folders, channels, repositories. */
  readonly containers?: readonly string[];
  /** Milliseconds since the epoch, and the person's words for it. */
  readonly since?: { readonly at: number; readonly label: string };
}

/** `waiting` until the first text comes; `done`, `stopped` and `failed` are final. */
export type TurnStatus = "waiting" | "streaming" | "done" | "stopped" | "failed";

/** How an answer was made, as far as it says. */
type AnswerProvenance = Pick<Answer, "model" | "unsupported" | "conflicts" | "notes" | "cached">;

/** One question of a chat and what became of it. */
export interface Turn extends AnswerProvenance {
  readonly chatId: string;
  /** Unique in its chat and ascending in the order of asking; a question asked again keeps it. */
  readonly id: number;
  readonly question: string;
  readonly scope: Scope;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  /** True where documents were looked for, and no answer. */
  readonly find?: boolean;
  /** Ids of filters in the question's words that the person does not want. */
  readonly removedChips?: readonly string[];
  /** What the question was taken to mean; absent where it stands for itself. */
  readonly understood?: { readonly question: string; readonly chips: readonly FilterChip[] };
  readonly status: TurnStatus;
  /** Markdown with `[n]` markers, as far as it has come. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** What sources said that were asked just now, in the order they answered. */
  readonly live: readonly LiveFinding[];
  /** False once the sources turned out to hold no answer. */
  readonly found: boolean;
  /** Why it failed: the error's code, and a sentence. */
  readonly problem?: PlainError;
}

export interface ChatWithTurns {
  readonly chat: Chat;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}
