import { findDocuments } from "../../../engine/answer/extract/find-documents";
import type { RunningTurnsDeps } from "../../../engine/chat/create-running-turns";
import type { Search } from "../../../engine/create-search";
import { english } from "../../../engine/language/english/english";
import type { LiveSources } from "../../../engine/ports/live-sources";
import type { WorkerModels } from "../llm/worker-models";

interface AnswerDeps {
  readonly open: () => Promise<Pick<Search, "ask" | "suggest">>;
  readonly models: Pick<WorkerModels, "ready">;
  readonly live: LiveSources;
}

/** Answers a request, or lists documents for it. */
export function createAnswer({ open, models, live }: AnswerDeps): RunningTurnsDeps["answer"] {
  return async (request, onEvent, signal) => {
    const search = await open();
    if (request.find) {
      const suggest = (query: string, limit: number) => search.suggest(query, limit);
      return findDocuments(request.question, { language: english, suggest, onEvent });
    }
    // Without models, answers are made of quotes.
    await models.ready().catch(() => {});
    for await (const event of search.ask(request, { signal, live })) onEvent(event);
  };
}
