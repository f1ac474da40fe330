import { useEffect, useReducer, useRef } from "react";
import { toPlainError } from "../../../engine/errors/to-plain-error";
import { ask } from "../../messaging/ask";
import type { AskRequest } from "../../messaging/protocol";
import { conversation, isOpen, type Scope, type Turn } from "./conversation";

interface Conversation {
  readonly turns: readonly Turn[];
  readonly streaming: boolean;
  /** Asks; an answer that is still streaming is stopped. */
  readonly ask: (question: string, scope: Scope) => void;
  readonly stop: () => void;
  readonly retry: (turn: Turn) => void;
}

/** The questions of this panel, answered one at a time. */
export function useConversation(): Conversation {
  const [turns, dispatch] = useReducer(conversation, []);
  const current = useRef(new AbortController());
  const nextId = useRef(1);
  useEffect(() => () => current.current.abort(), []);

  const stop = () => {
    current.current.abort();
    dispatch({ type: "stop" });
  };
  const stream = async (id: number, question: string, scope: Scope) => {
    current.current = new AbortController();
    const { signal } = current.current;
    try {
      await ask(toRequest(question, scope), {
        signal,
        onEvent: (event) => dispatch({ type: "event", id, event }),
      });
    } catch (error) {
      dispatch({ type: "event", id, event: { type: "error", error: toPlainError(error) } });
    }
  };

  return {
    turns,
    streaming: turns.some(isOpen),
    stop,
    ask: (question, scope) => {
      stop();
      const id = nextId.current++;
      dispatch({ type: "ask", id, question, scope });
      void stream(id, question, scope);
    },
    retry: ({ id, question, scope }) => {
      stop();
      dispatch({ type: "retry", id });
      void stream(id, question, scope);
    },
  };
}

function toRequest(question: string, { focus, sources }: Scope): AskRequest {
  if (focus) return { question, focusId: focus.focusId };
  if (sources) return { question, filter: { sourceIds: sources.map(({ id }) => id) } };
  return { question };
}
