import type {
  LanguageModelV3,
  LanguageModelV3FinishReason,
  LanguageModelV3Message,
  LanguageModelV3StreamPart,
} from "@ai-sdk/provider";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ChatMessage } from "../generator";
import { createReasoningFilter, type ReasoningFilter } from "./reasoning-filter";

export interface ReadModelOptions {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

/** The output of a model; token counts are absent where it does not report them. */
export type ModelOutput =
  | { readonly type: "text"; readonly delta: string }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length" | "filtered" | "other";
      readonly usage: { readonly inputTokens?: number; readonly outputTokens?: number };
    };

/**
 * Reads the text of a model with the AI SDK's interface. Reasoning and tool calls are skipped: no tool is offered.
 * Rejects with the error that the model threw or reported, and with the signal's reason as soon as that is aborted.
 */
export async function* readModelStream(
  model: LanguageModelV3,
  options: ReadModelOptions,
): AsyncGenerator<ModelOutput> {
  const { messages, maxOutputTokens, signal } = options;
  signal.throwIfAborted();
  const prompt = messages.map(toPromptMessage);
  const { stream } = await model.doStream({ prompt, maxOutputTokens, abortSignal: signal });
  const reasoningFilter = createReasoningFilter();
  let finished = false;
  for await (const part of stream) {
    signal.throwIfAborted();
    if (part.type === "error") throw part.error;
    const delta = answerText(part, reasoningFilter);
    if (delta !== "") yield { type: "text", delta };
    if (part.type === "finish") {
      finished = true;
      yield { type: "finish", reason: toReason(part.finishReason), usage: toUsage(part.usage) };
    }
  }
  signal.throwIfAborted();
  if (!finished) throw new UnavailableError("Cannot go on: the model broke off");
}

function answerText(part: LanguageModelV3StreamPart, reasoningFilter: ReasoningFilter): string {
  if (part.type === "text-delta") return reasoningFilter.next(part.delta);
  return part.type === "finish" ? reasoningFilter.end() : "";
}

function toPromptMessage({ role, content }: ChatMessage): LanguageModelV3Message {
  return role === "system" ? { role, content } : { role, content: [{ type: "text", text: content }] };
}

function toReason({ unified }: LanguageModelV3FinishReason): "stop" | "length" | "filtered" | "other" {
  if (unified === "stop" || unified === "length") return unified;
  return unified === "content-filter" ? "filtered" : "other";
}

function toUsage(usage: {
  readonly inputTokens: { readonly total: number | undefined };
  readonly outputTokens: { readonly total: number | undefined };
}): { readonly inputTokens?: number; readonly outputTokens?: number } {
  const [input, output] = [usage.inputTokens.total, usage.outputTokens.total];
  return {
    ...(input !== undefined && { inputTokens: input }),
    ...(output !== undefined && { outputTokens: output }),
  };
}
