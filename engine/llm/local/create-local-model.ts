import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import type { ChatMessage } from "../generator";
import { generateFromStream } from "../stream/generate-from-stream";

export interface LocalFinish {
  readonly reason: "stop" | "length" | "content-filter";
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

export interface LocalCall {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number | undefined;
  readonly signal: AbortSignal;
}

export interface LocalModelOptions {
  readonly provider: string;
  readonly modelId: string;
  /** Yields text and returns the reason of its end. Runs until `signal` aborts, also when its reader stops early. */
  readonly generate: (call: LocalCall) => AsyncGenerator<string, LocalFinish>;
}

/** A model of the browser with the AI SDK's interface. */
export function createLocalModel({ provider, modelId, generate }: LocalModelOptions): LanguageModelV3 {
  return {
    specificationVersion: "v3",
    provider,
    modelId,
    supportedUrls: {},
    doStream: async (options) => ({ stream: toStream(options, generate) }),
    doGenerate: (options) => generateFromStream(toStream(options, generate), modelId),
  };
}

function toStream(
  options: LanguageModelV3CallOptions,
  generate: LocalModelOptions["generate"],
): ReadableStream<LanguageModelV3StreamPart> {
  const stop = new AbortController();
  const { abortSignal, maxOutputTokens, prompt } = options;
  const signal = abortSignal ? AbortSignal.any([abortSignal, stop.signal]) : stop.signal;
  const output = generate({ messages: prompt.map(toMessage), maxOutputTokens, signal });
  return new ReadableStream<LanguageModelV3StreamPart>({
    pull: async (controller) => {
      const { done, value } = await output.next();
      if (!done) return controller.enqueue({ type: "text-delta", id: "0", delta: value });
      const finishReason = { unified: value.reason, raw: value.reason };
      controller.enqueue({ type: "finish", finishReason, usage: toUsage(value) });
      controller.close();
    },
    cancel: async () => {
      stop.abort();
      await output.return({ reason: "stop", inputTokens: undefined, outputTokens: undefined });
    },
  });
}

function toMessage({ role, content }: LanguageModelV3CallOptions["prompt"][number]): ChatMessage {
  if (role === "tool") throw new TypeError("Cannot pass on the result of a tool: none was offered");
  if (role === "system") return { role, content };
  return { role, content: content.map((part) => (part.type === "text" ? part.text : "")).join("") };
}

function toUsage({ inputTokens, outputTokens }: LocalFinish): LanguageModelV3Usage {
  return {
    inputTokens: { total: inputTokens, noCache: inputTokens, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: outputTokens, text: outputTokens, reasoning: undefined },
  };
}
