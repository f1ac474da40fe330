import type {
  LanguageModelV3,
  LanguageModelV3FinishReason,
  LanguageModelV3Message,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ChatMessage } from "../generator";
import {
  type AnswerPiece,
  createReasoningSplitter,
  type ReasoningSplitter,
} from "./create-reasoning-splitter";

export interface ReadModelOptions {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  /** Tokens for reasoning, beyond those of the answer; none where absent. */
  readonly reasoningTokens?: number;
  readonly signal: AbortSignal;
}

/** The output of a model; token counts are absent where it does not report them. */
export type ModelOutput =
  | { readonly type: "text"; readonly delta: string }
  /** What the model thinks before it answers. */
  | { readonly type: "reasoning"; readonly delta: string }
  /** The text so far was reasoning, which its end has just shown. */
  | { readonly type: "retract" }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length" | "filtered" | "other";
      readonly usage: ModelUsage;
    };

export interface ModelUsage {
  readonly inputTokens?: number;
  /** With those of the reasoning. */
  readonly outputTokens?: number;
  readonly reasoningTokens?: number;
}

/**
 * Models that always think, by their names. Their templates begin the thoughts in the prompt, so that many servers send
 * thoughts as text that only their end marks as such.
 */
const ALWAYS_THINKS = /qwq|deepseek-?r1|r1-distill|thinking|reason(?:er|ing)|openthinker|exaone-deep|glm-z1/i;

/**
 * Reads the text and the reasoning of a model with the AI SDK's interface. Tool calls are skipped: no tool is offered.
 * Rejects with the error that the model threw or reported, and with the signal's reason as soon as that is aborted.
 */
export async function* readModelStream(
  model: LanguageModelV3,
  { messages, maxOutputTokens, reasoningTokens = 0, signal }: ReadModelOptions,
): AsyncGenerator<ModelOutput> {
  signal.throwIfAborted();
  const { stream } = await model.doStream({
    prompt: messages.map(toPromptMessage),
    maxOutputTokens: maxOutputTokens + reasoningTokens,
    ...(reasoningTokens > 0 && { providerOptions: { atlas: { reasoningTokens } } }),
    abortSignal: signal,
  });
  const splitter = createReasoningSplitter({ opensInPrompt: ALWAYS_THINKS.test(model.modelId) });
  let finished = false;
  for await (const part of stream) {
    signal.throwIfAborted();
    if (part.type === "error") throw part.error;
    yield* piecesOf(part, splitter);
    if (part.type === "finish") {
      finished = true;
      yield { type: "finish", reason: toReason(part.finishReason), usage: toUsage(part.usage) };
    }
  }
  signal.throwIfAborted();
  if (!finished) throw new UnavailableError("Cannot go on: the model broke off");
}

function piecesOf(part: LanguageModelV3StreamPart, splitter: ReasoningSplitter): readonly AnswerPiece[] {
  if (part.type === "text-delta") return splitter.next(part.delta);
  if (part.type === "finish") return splitter.end(part.finishReason.unified === "length");
  if (part.type !== "reasoning-delta" || part.delta === "") return [];
  splitter.setSeparated();
  return [{ type: "reasoning", delta: part.delta }];
}

function toPromptMessage({ role, content }: ChatMessage): LanguageModelV3Message {
  return role === "system" ? { role, content } : { role, content: [{ type: "text", text: content }] };
}

function toReason({ unified }: LanguageModelV3FinishReason): "stop" | "length" | "filtered" | "other" {
  if (unified === "stop" || unified === "length") return unified;
  return unified === "content-filter" ? "filtered" : "other";
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV3Usage): ModelUsage {
  const { total: input } = inputTokens;
  const { total: output, reasoning } = outputTokens;
  return {
    ...(input !== undefined && { inputTokens: input }),
    ...(output !== undefined && { outputTokens: output }),
    ...(reasoning !== undefined && { reasoningTokens: reasoning }),
  };
}
