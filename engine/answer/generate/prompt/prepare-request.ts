import type { GenerateRequest, ModelChoice, ModelWindow } from "../../../llm/generator";
import type { PastExchange } from "../../../model/answer";
import type { Passage } from "../../../model/passage";
import { diversify } from "./diversify";
import { packPassages } from "./pack-passages";
import { toNumberedPassages } from "./prompt-section";
import { type PromptOptions, writePrompt } from "./write-prompt";

const MAX_ANSWER_TOKENS = 1_024;
/** Of a small window. */
const MAX_ANSWER_SHARE = 0.3;
/** Added to the messages by the template of the model. */
const TEMPLATE_TOKENS = 64;
/** More passages cost time and money without a better answer; a local model reads slowly. */
const MAX_PASSAGE_TOKENS = { device: 6_000, network: 12_000, cloud: 20_000 };
/** For a model whose window is not known: small enough for any. */
const DEFAULT_WINDOW = { contextTokens: 4_096, countTokens: (text: string) => Math.ceil(text.length / 2.5) };

export interface PrepareRequestOptions extends Omit<PromptOptions, "sections"> {
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

/** Fills the model's window with passages, reserves tokens for the answer, and writes the prompt. */
export function prepareRequest({
  hits,
  window,
  choice,
  signal,
  ...prompt
}: PrepareRequestOptions): PreparedRequest {
  const { contextTokens, countTokens } = window ?? DEFAULT_WINDOW;
  const maxOutputTokens = Math.min(MAX_ANSWER_TOKENS, Math.floor(contextTokens * MAX_ANSWER_SHARE));
  const emptyPrompt = writePrompt({
    ...prompt,
    history: trimHistory(prompt.history, contextTokens),
    sections: [],
  });
  const used = emptyPrompt.reduce((sum, { content }) => sum + countTokens(content), TEMPLATE_TOKENS);
  const room = Math.min(
    contextTokens - maxOutputTokens - used,
    MAX_PASSAGE_TOKENS[window?.model.locality ?? "device"],
  );
  const { sections, leftOut } = packPassages(diversify(hits), { room, countTokens });
  const messages = writePrompt({
    ...prompt,
    history: trimHistory(prompt.history, contextTokens),
    sections,
  });
  const labels = new Set(sections.map(({ document }) => prompt.sourceLabel(document.sourceId)));
  return {
    request: { ...choice, messages, maxOutputTokens, sourceLabels: [...labels], signal },
    passages: toNumberedPassages(sections),
    leftOut,
  };
}

/** In a small window passages take precedence over the conversation. */
function trimHistory(history: readonly PastExchange[], contextTokens: number): readonly PastExchange[] {
  return contextTokens < DEFAULT_WINDOW.contextTokens ? history.slice(-1) : history;
}
