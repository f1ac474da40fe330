import type { Citation, LiveFinding } from "../../../engine/model/answer";
import type { AskEvent } from "../../messaging/protocol";

/** The one page, selection or link a question is narrowed to. */
export interface Focus {
  readonly focusId: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
}

/** Where a question looks: one page, or some of the sources; everywhere when both are absent. */
export interface Scope {
  readonly focus?: Focus;
  readonly sources?: readonly { readonly id: string; readonly label: string }[];
}

/** `waiting` until the first text comes; `done`, `stopped` and `failed` are final. */
export type TurnStatus = "waiting" | "streaming" | "done" | "stopped" | "failed";

/** One question and what became of it. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  readonly scope: Scope;
  readonly status: TurnStatus;
  /** Markdown with `[n]` markers, as far as it has come. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** What sources said that were asked just now, in the order they answered. */
  readonly live: readonly LiveFinding[];
  /** False once the sources turned out to hold no answer. */
  readonly found: boolean;
  /** Why it failed; a sentence. */
  readonly problem?: string;
}

export type ConversationAction =
  | { readonly type: "ask"; readonly id: number; readonly question: string; readonly scope: Scope }
  | { readonly type: "event"; readonly id: number; readonly event: AskEvent }
  | { readonly type: "stop" }
  | { readonly type: "retry"; readonly id: number };

/** The panel's questions, oldest first, after one more action. */
export function conversation(turns: readonly Turn[], action: ConversationAction): readonly Turn[] {
  switch (action.type) {
    case "ask":
      return [...turns, newTurn(action)];
    case "stop":
      return turns.map((turn) => (isOpen(turn) ? { ...turn, status: "stopped" } : turn));
    case "retry":
      return turns.map((turn) => (turn.id === action.id ? newTurn(turn) : turn));
    case "event":
      // What still arrives for a turn that is over (stopped, failed) belongs to nobody.
      return turns.map((turn) =>
        turn.id === action.id && isOpen(turn) ? afterEvent(turn, action.event) : turn,
      );
  }
}

/** True while an answer is still being made. */
export function isOpen(turn: Turn): boolean {
  return turn.status === "waiting" || turn.status === "streaming";
}

function newTurn({ id, question, scope }: Pick<Turn, "id" | "question" | "scope">): Turn {
  return { id, question, scope, status: "waiting", text: "", citations: [], live: [], found: true };
}

function afterEvent(turn: Turn, event: AskEvent): Turn {
  switch (event.type) {
    case "citation":
      return { ...turn, citations: [...turn.citations, event.citation] };
    case "text":
      return { ...turn, status: "streaming", text: turn.text + event.delta };
    case "live":
      return { ...turn, live: [...turn.live, event.finding] };
    case "done": {
      const { text, citations, found } = event.answer;
      return { ...turn, status: "done", text, citations, found };
    }
    case "error":
      return { ...turn, status: "failed", problem: event.error.message };
  }
}
