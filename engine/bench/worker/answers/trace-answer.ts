import type { Generator } from "../../../llm/generator";
import type { Clock } from "../../../ports/clock";
import type { SearchStore } from "../../../store/store";

/** When what was reached, on the engine's clock; of the last request to a model, which is the one that answers. */
export interface AnswerTrace {
  /** Milliseconds spent in reading rows of documents. */
  rowsMs: number;
  /** The model's window was asked for, and known. */
  windowAt: number;
  windowedAt: number;
  /** The last passage was counted. */
  packedAt: number;
  /** The prompt went to the model, and its first text came. */
  promptedAt: number;
  spokenAt: number | undefined;
}

export function createTrace(): AnswerTrace {
  return { rowsMs: 0, windowAt: 0, windowedAt: 0, packedAt: 0, promptedAt: 0, spokenAt: undefined };
}

/** The same store, and the time its rows take. */
export function traceRows(store: SearchStore, trace: () => AnswerTrace, clock: Clock): SearchStore {
  return {
    ...store,
    documents: async (ids) => {
      const begin = clock.now();
      const rows = await store.documents(ids);
      trace().rowsMs += clock.now() - begin;
      return rows;
    },
  };
}

/** The same models, and the moments between the steps around them. */
export function traceGenerator(generator: Generator, trace: () => AnswerTrace, clock: Clock): Generator {
  return {
    window: async (choice) => {
      trace().windowAt = clock.now();
      const window = await generator.window(choice);
      trace().windowedAt = clock.now();
      trace().packedAt = clock.now();
      if (!window) return window;
      const countTokens = (text: string) => {
        const tokens = window.countTokens(text);
        trace().packedAt = clock.now();
        return tokens;
      };
      return { ...window, countTokens };
    },
    async *generate(request) {
      Object.assign(trace(), { promptedAt: clock.now(), spokenAt: undefined });
      for await (const event of generator.generate(request)) {
        if (event.type === "text") trace().spokenAt ??= clock.now();
        yield event;
      }
    },
  };
}
