import type { ChatMessage, GenerateRequest, Generator, ModelChoice } from "../../llm/generator";
import type { PastExchange } from "../../model/answer";
import type { Wait } from "../../util/wait";

/** How long the search may wait for a better question. */
const TIMEOUT_MS = 1_500;
const MAX_OUTPUT_TOKENS = 80;
/** A model that explains itself at length has not rewritten anything. */
const MAX_REWRITE_CHARACTERS = 300;
const MAX_EXCHANGES = 3;
const MAX_ANSWER_CHARACTERS = 300;

const INSTRUCTION =
  "Rewrite the last question so that it can be understood without the conversation: put in what its pronouns and " +
  "gaps refer to. Keep its meaning and its language. Do not answer it. Reply with the question alone, on one line.";

export interface RewriteOptions {
  readonly generator: Generator;
  readonly choice: ModelChoice;
  readonly history: readonly PastExchange[];
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** A follow-up as a question of its own, by the model; undefined when there is none, it fails or takes too long. */
export async function rewriteWithModel(
  question: string,
  { generator, choice, history, wait, signal }: RewriteOptions,
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
      messages: toMessages(question, history),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      signal: combined,
    };
    return parseRewrite(await Promise.race([collect(generator, request), timeout]));
  } catch {
    // The question is then rewritten without a model; only the person's stop ends everything.
    signal.throwIfAborted();
    return undefined;
  } finally {
    controller.abort();
  }
}

async function collect(generator: Generator, request: GenerateRequest): Promise<string | undefined> {
  if (!(await generator.window(request))) return undefined;
  let text = "";
  for await (const event of generator.generate(request)) if (event.type === "text") text += event.delta;
  return text;
}

function toMessages(question: string, history: readonly PastExchange[]): readonly ChatMessage[] {
  const lines = history.slice(-MAX_EXCHANGES).flatMap((past) => {
    return [`Question: ${past.question}`, `Answer: ${past.answer.slice(0, MAX_ANSWER_CHARACTERS)}`];
  });
  return [
    { role: "system", content: INSTRUCTION },
    { role: "user", content: `${lines.join("\n")}\n\nLast question: ${question}` },
  ];
}

function parseRewrite(text: string | undefined): string | undefined {
  const line = text
    ?.trim()
    .replace(/^["“]|["”]$/g, "")
    .trim();
  return line && line.length <= MAX_REWRITE_CHARACTERS && !line.includes("\n") ? line : undefined;
}
