import type { GenerateRequest, ModelChoice, ModelWindow } from "../../llm/generator";
import type { PastExchange } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { packPassages } from "./pack-passages";
import { numberedPassages } from "./section";
import { spreadSources } from "./spread-sources";
import { type PromptParts, writePrompt } from "./write-prompt";

/** Room for the answer, and the share of a small window it may take. */
const ANSWER_TOKENS = 1_024;
const MOST_FOR_ANSWER = 0.3;
/** What a model's own template adds to the messages. */
const TEMPLATE_TOKENS = 64;
/** More passages cost time and money without a better answer; a model of this machine reads slowly. */
const MOST_READ = { device: 6_000, network: 12_000, cloud: 20_000 };
/** Where nothing is known of the model: small enough for any. */
const SMALL_WINDOW = { contextTokens: 4_096, countTokens: (text: string) => Math.ceil(text.length / 2.5) };

export interface RequestParts extends Omit<PromptParts, "sections"> {
  readonly hits: readonly Passage[];
  readonly window: ModelWindow | undefined;
  readonly choice: ModelChoice;
  readonly signal: AbortSignal;
}

export interface PreparedRequest {
  readonly request: GenerateRequest;
  /** As numbered in the prompt, from 1. */
  readonly passages: readonly Passage[];
  readonly leftOut: number;
}

/** Fills the model's window with passages, keeps room for the answer, and writes the prompt. */
export function prepareRequest({ hits, window, choice, signal, ...prompt }: RequestParts): PreparedRequest {
  const { contextTokens, countTokens } = window ?? SMALL_WINDOW;
  const maxOutputTokens = Math.min(ANSWER_TOKENS, Math.floor(contextTokens * MOST_FOR_ANSWER));
  const bare = writePrompt({
    ...prompt,
    history: fittingHistory(prompt.history, contextTokens),
    sections: [],
  });
  const used = bare.reduce((sum, { content }) => sum + countTokens(content), TEMPLATE_TOKENS);
  const room = Math.min(
    contextTokens - maxOutputTokens - used,
    MOST_READ[window?.model.locality ?? "device"],
  );
  const { sections, leftOut } = packPassages(spreadSources(hits), { room, countTokens });
  const messages = writePrompt({
    ...prompt,
    history: fittingHistory(prompt.history, contextTokens),
    sections,
  });
  const labels = new Set(sections.map(({ document }) => prompt.sourceLabel(document.sourceId)));
  return {
    request: { ...choice, messages, maxOutputTokens, sourceLabels: [...labels], signal },
    passages: numberedPassages(sections),
    leftOut,
  };
}

/** In a small window passages matter more than what was said before. */
function fittingHistory(history: readonly PastExchange[], contextTokens: number): readonly PastExchange[] {
  return contextTokens < SMALL_WINDOW.contextTokens ? history.slice(-1) : history;
}
