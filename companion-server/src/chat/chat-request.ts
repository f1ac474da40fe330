import type { LanguageModelV3CallOptions, LanguageModelV3Message } from "@ai-sdk/provider";
import * as z from "zod";

/** The length is checked first: validating millions of invalid entries takes minutes and gigabytes. */
const listOf = <T>(item: z.ZodType<T>, max: number) =>
  z.array(z.unknown()).min(1).max(max).pipe(z.array(item));
const textPart = z.object({ type: z.literal("text"), text: z.string() });
const content = z.union([z.string(), listOf(textPart, 1_000)], {
  error: "only text is taken",
});
const message = z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content });
const limit = z.number().int().positive().nullish();
const NONE = { error: "the companion does not take it" };

/** The supported fields of OpenAI's request: https://platform.openai.com/docs/api-reference/chat/create */
export const chatRequest = z.object({
  model: z.string().min(1).max(200),
  messages: listOf(message, 10_000),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  max_completion_tokens: limit,
  max_tokens: limit,
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  seed: z.number().int().nullish(),
  reasoning_effort: z.enum(["none", "minimal", "low", "medium", "high", "xhigh"]).nullish(),
  n: z.literal(1, NONE).nullish(),
  tools: z.array(z.never(), NONE).max(0, NONE).nullish(),
  response_format: z.object({ type: z.literal("text", NONE) }).nullish(),
});

export type ChatRequest = z.infer<typeof chatRequest>;

/** The request as options of the SDK. */
export function toCallOptions(request: ChatRequest): LanguageModelV3CallOptions {
  const { temperature, top_p, stop, seed, reasoning_effort: effort } = request;
  const maxTokens = request.max_completion_tokens ?? request.max_tokens;
  return {
    prompt: request.messages.map(toPromptMessage),
    ...(maxTokens && { maxOutputTokens: maxTokens }),
    ...(typeof temperature === "number" && { temperature }),
    ...(typeof top_p === "number" && { topP: top_p }),
    ...(stop && { stopSequences: typeof stop === "string" ? [stop] : stop }),
    ...(typeof seed === "number" && { seed }),
    // The SDK leaves it out for OpenAI's models that do not think; other vendors refuse it for theirs.
    ...(effort && { providerOptions: { openai: { reasoningEffort: effort } } }),
  };
}

function toPromptMessage({ role, content: body }: ChatRequest["messages"][number]): LanguageModelV3Message {
  const texts = typeof body === "string" ? [body] : body.map(({ text }) => text);
  if (role === "system" || role === "developer") return { role: "system", content: texts.join("\n") };
  return { role, content: texts.map((text) => ({ type: "text", text })) };
}
