import type { AttemptOptions, TurnInput } from "../../../../engine/chat/conversation";
import type { Turn } from "../../../../engine/model/chat";

/** The actions of a turn. */
export interface TurnActions {
  readonly onOpen: (url: string) => void;
  /** Asks it again in its place, with the changes of `input`. */
  readonly onRetry: (turn: Turn, input?: Partial<TurnInput>, options?: AttemptOptions) => void;
  /** Edits its question in the question box. */
  readonly onEdit: (turn: Turn) => void;
  /** Asks a new question. */
  readonly onAsk: (question: string) => void;
  /** Lists documents that are similar to a quote. */
  readonly onFindSimilar: (quote: string) => void;
}
