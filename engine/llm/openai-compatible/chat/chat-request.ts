import type { LanguageModelV3CallOptions } from "@ai-sdk/provider";

/** What a server takes of the parameters that not every one takes; learned from its refusals. */
export interface AcceptedParameters {
  reasoningEffort: boolean;
  streamOptions: boolean;
  /** Reasoning models of OpenAI take the limit under the second name only; other servers know the first. */
  limitName: "max_tokens" | "max_completion_tokens";
  /** False where the limit with the tokens for reasoning is more than the model takes. */
  reasoningLimit: boolean;
}

/** Thoughts are short, so that the answer begins soon. */
const REASONING_EFFORT = "low";

/** The body of a chat in OpenAI's format: https://platform.openai.com/docs/api-reference/chat/create */
export function toChatBody(
  modelName: string,
  call: LanguageModelV3CallOptions,
  accepted: AcceptedParameters,
): object {
  const { maxOutputTokens } = call;
  const limit =
    maxOutputTokens === undefined || accepted.reasoningLimit
      ? maxOutputTokens
      : maxOutputTokens - reasoningTokensOf(call);
  return {
    model: modelName,
    messages: call.prompt.map(toMessage),
    stream: true,
    ...(accepted.streamOptions && { stream_options: { include_usage: true } }),
    ...(limit !== undefined && { [accepted.limitName]: limit }),
    ...(accepted.reasoningEffort && { reasoning_effort: REASONING_EFFORT }),
  };
}

/**
 * Adapts the parameters to a refusal that names one of them; false when it names none. `reply` is the server's text,
 * which may repeat the whole request: a needless second request is the worst that follows.
 */
export function adaptParameters(
  accepted: AcceptedParameters,
  { status, reply, call }: AdaptOptions,
): boolean {
  if (![400, 422, 500, 501].includes(status)) return false;
  if (accepted.reasoningEffort && /reasoning|think/i.test(reply)) {
    accepted.reasoningEffort = false;
    return true;
  }
  if (accepted.streamOptions && /stream_options|include_usage/i.test(reply)) {
    accepted.streamOptions = false;
    return true;
  }
  if (accepted.limitName === "max_tokens" && /max_completion_tokens/i.test(reply)) {
    accepted.limitName = "max_completion_tokens";
    return true;
  }
  const namesLimit = /max(?:_completion)?_tokens|max tokens|output tokens|completion tokens/i.test(reply);
  if (!accepted.reasoningLimit || !namesLimit || reasoningTokensOf(call) === 0) return false;
  accepted.reasoningLimit = false;
  return true;
}

export interface AdaptOptions {
  readonly status: number;
  readonly reply: string;
  readonly call: LanguageModelV3CallOptions;
}

/** Of the limit of a call, the tokens that are for reasoning; see `readModelStream`. */
function reasoningTokensOf({ providerOptions }: LanguageModelV3CallOptions): number {
  const tokens = providerOptions?.atlas?.reasoningTokens;
  return typeof tokens === "number" ? tokens : 0;
}

function toMessage({ role, content }: LanguageModelV3CallOptions["prompt"][number]): object {
  return { role, content: textOf(content) };
}

/** The text of a message; nothing else is ever sent. */
export function textOf(content: LanguageModelV3CallOptions["prompt"][number]["content"]): string {
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : "")).join("");
}
