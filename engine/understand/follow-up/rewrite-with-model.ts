import type { Language } from "../../language/language";
import type { ChatMessage, GenerateRequest, Generator, ModelChoice } from "../../llm/generator";
import type { PastExchange } from "../../model/answer";
import type { Wait } from "../../util/wait";

/** How long the search waits for the rewritten question. */
const TIMEOUT_MS = 1_500;
const MAX_OUTPUT_TOKENS = 80;
/** A longer reply is an explanation, not a question. */
const MAX_REWRITE_CHARACTERS = 300;
const MAX_EXCHANGES = 3;
const MAX_ANSWER_CHARACTERS = 300;

export interface RewriteOptions {
  readonly generator: Generator;
  readonly choice: ModelChoice;
  readonly history: readonly PastExchange[];
  readonly language: Language;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** The follow-up as a stand-alone question, by the model. Undefined when no model answers, in time and with one line. */
export async function rewriteWithModel(
  question: string,
  { generator, choice, history, language, wait, signal }: RewriteOptions,
): Promise<string | undefined> {
  const controller = new AbortController();
  const combined = AbortSignal.any([signal, controller.signal]);
  const timeout = wait(TIMEOUT_MS, combined).then(
    () => undefined,
    () => undefined,
  );
  try {
    const request: GenerateRequest = {
      ...choice,
      messages: toMessages(question, history, language),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      signal: combined,
    };
    return parseRewrite(await Promise.race([collect(generator, request), timeout]));
  } catch {
    // The caller then rewrites without a model. Only the person's stop ends the question.
    signal.throwIfAborted();
    return undefined;
  } finally {
    controller.abort();
  }
}

async function collect(generator: Generator, request: GenerateRequest): Promise<string | undefined> {
  if (!(await generator.window(request))) return undefined;
  let text = "";
  for await (const event of generator.generate(request)) {
    if (event.type === "text") text += event.delta;
    // What was written so far is no part of the reply.
    if (event.type === "model" || event.type === "retract") text = "";
  }
  return text;
}

function toMessages(
  question: string,
  history: readonly PastExchange[],
  { prompts }: Language,
): readonly ChatMessage[] {
  const exchanges = history
    .slice(-MAX_EXCHANGES)
    .map((past) => ({ question: past.question, answer: past.answer.slice(0, MAX_ANSWER_CHARACTERS) }));
  return [
    { role: "system", content: prompts.rewriteRules },
    { role: "user", content: prompts.rewriteRequest(exchanges, question) },
  ];
}

function parseRewrite(text: string | undefined): string | undefined {
  const line = text
    ?.trim()
    .replace(/^["“]|["”]$/g, "")
    .trim();
  return line && line.length <= MAX_REWRITE_CHARACTERS && !line.includes("\n") ? line : undefined;
}
