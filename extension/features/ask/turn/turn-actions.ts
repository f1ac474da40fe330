import type { AttemptOptions, TurnInput } from "../../../../engine/chat/conversation";
import type { Turn } from "../../../../engine/model/chat";

/** What can be done with a turn. */
export interface TurnActions {
  readonly onOpen: (url: string) => void;
  /** Asks it again in its place, changed where `asking` says so. */
  readonly onRetry: (turn: Turn, input?: Partial<TurnInput>, options?: AttemptOptions) => void;
  /** Takes its question into the box. */
  readonly onEdit: (turn: Turn) => void;
  /** Asks something new. */
  readonly onAsk: (question: string) => void;
  /** Lists what is like a quote. */
  readonly onFindSimilar: (quote: string) => void;
}
