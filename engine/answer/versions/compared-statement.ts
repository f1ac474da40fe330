import type { ScoredStatement } from "../evidence/score-statements";
import type { AnalysedStatement } from "./analyse-statement";

/** A scored statement with what is known of its version. */
export interface ComparedStatement extends ScoredStatement {
  readonly analysed: AnalysedStatement;
  /** It tells only of its document's version. */
  readonly isVersionNote: boolean;
}

/** Two statements that contradict each other. */
export interface Contradiction {
  /** The one that holds or is later; the better scored one where neither is known to be later. */
  readonly newer: ComparedStatement;
  readonly older: ComparedStatement;
  readonly isOrderKnown: boolean;
}
