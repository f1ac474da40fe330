import type { Turn } from "../../../engine/model/chat";
import type { Asking, HowToAsk } from "./use-conversation";

/** What can be done with a turn. */
export interface TurnActions {
  readonly onOpen: (url: string) => void;
  /** Asks it again in its place, changed where `asking` says so. */
  readonly onAgain: (turn: Turn, asking?: Partial<Asking>, how?: HowToAsk) => void;
  /** Takes its question into the box. */
  readonly onEdit: (turn: Turn) => void;
  /** Asks something new. */
  readonly onAsk: (question: string) => void;
  /** Lists what is like a quote. */
  readonly onFindLike: (quote: string) => void;
}
