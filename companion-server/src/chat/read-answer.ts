import type {
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import { ApiError } from "../http/api-error";
import { withTimeout } from "../http/with-timeout";

/** Token counts in the format of OpenAI. */
export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details?: { readonly cached_tokens: number };
  readonly completion_tokens_details?: { readonly reasoning_tokens: number };
}

/** A part of an answer; tool calls are skipped. */
export type AnswerPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "reasoning"; readonly text: string }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length" | "content_filter";
      /** Absent when the vendor does not report it. */
      readonly usage?: Usage;
    };

export interface ReadAnswerOptions {
  /** The longest wait between two parts. */
  readonly idleMs: number;
  /** Aborts the request to the vendor. */
  readonly signal: AbortSignal;
}

/** The parts of a stream. Rejects with the error that the model reports, with ApiError when the stream breaks off or
 * idles, and with the signal's reason. */
export async function* readAnswer(
  stream: ReadableStream<LanguageModelV3StreamPart>,
  { idleMs, signal }: ReadAnswerOptions,
): AsyncGenerator<AnswerPart> {
  const reader = stream.getReader();
  // A broken stream may reject the cancellation.
  const end = () => void reader.cancel().catch(() => {});
  signal.addEventListener("abort", end, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await withTimeout(reader.read(), idleMs);
      signal.throwIfAborted();
      if (done) throw toInterruptedError();
      if (value.type === "error") throw value.error;
      if (value.type === "text-delta" && value.delta !== "") yield { type: "text", text: value.delta };
      if (value.type === "reasoning-delta" && value.delta !== "")
        yield { type: "reasoning", text: value.delta };
      if (value.type === "finish") return yield toFinish(value.finishReason, value.usage);
    }
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}

function toFinish({ unified, raw }: LanguageModelV3FinishReason, usage: LanguageModelV3Usage): AnswerPart {
  // The SDK adds a finish part to a stream without one.
  if (raw === undefined || unified === "error") throw toInterruptedError();
  const reason = unified === "content-filter" ? "content_filter" : unified === "length" ? "length" : "stop";
  const counted = toUsage(usage);
  return { type: "finish", reason, ...(counted && { usage: counted }) };
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV3Usage): Usage | undefined {
  const [input, output] = [inputTokens.total, outputTokens.total];
  // A vendor that counts nothing reports 0; no prompt has 0 tokens.
  if (!input || output === undefined) return undefined;
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(inputTokens.cacheRead && { prompt_tokens_details: { cached_tokens: inputTokens.cacheRead } }),
    ...(outputTokens.reasoning && {
      completion_tokens_details: { reasoning_tokens: outputTokens.reasoning },
    }),
  };
}

function toInterruptedError(): ApiError {
  return new ApiError(502, "The model's answer broke off", { code: "upstream_broke_off" });
}
