import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
} from "@ai-sdk/provider";
import { estimateTokens } from "../usage/estimate-tokens";
import type { ServerSoftware } from "./discovered-model";
import type { ModelServerClient } from "./server-client";
import { overflowError, toModelError } from "./to-model-error";

export interface ChatModelOptions {
  readonly client: ModelServerClient;
  readonly serverName: string;
  readonly modelName: string;
  readonly software: ServerSoftware;
  readonly contextTokens: number;
}

/** The AI SDK's model of one server. Its errors name a remedy and contain neither key nor prompt. */
export function createChatModel(options: ChatModelOptions): LanguageModelV3 {
  const { client, serverName, modelName, software, contextTokens } = options;
  const isOllama = software === "ollama";
  const provider = createOpenAICompatible({
    name: "atlas",
    baseURL: client.address.api,
    includeUsage: true,
    fetch: (url: unknown, init?: RequestInit) => client.send(String(url), init),
    ...(client.address.hostname === "api.openai.com" && { transformRequestBody: toOpenAI }),
  });
  const model = provider.chatModel(modelName);
  const toError = (thrown: unknown) =>
    toModelError(thrown, { serverName, modelName, software, contextTokens });

  return {
    specificationVersion: "v3",
    provider: serverName,
    modelId: modelName,
    supportedUrls: {},
    doGenerate: async (call) => {
      try {
        return await model.doGenerate(call);
      } catch (error) {
        throw toError(error);
      }
    },
    doStream: async (call) => {
      // Ollama would cut off the beginning of the prompt, with the instructions, without an error.
      if (isOllama && tokensOf(call) > contextTokens) throw overflowError(contextTokens, modelName);
      try {
        const result = await model.doStream(call);
        return { stream: withPlainErrors(result.stream, toError) };
      } catch (error) {
        throw toError(error);
      }
    },
  };
}

/** The first error ends the stream: output after something unreadable is no answer. */
function withPlainErrors(
  stream: ReadableStream<LanguageModelV3StreamPart>,
  toError: (thrown: unknown) => unknown,
): ReadableStream<LanguageModelV3StreamPart> {
  const reader = stream.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        if (value.type !== "error") return controller.enqueue(value);
        controller.error(toError(value.error));
        await reader.cancel();
      } catch (error) {
        controller.error(toError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Reasoning models take the limit under this name only; the others under both. */
function toOpenAI({ max_tokens: limit, ...body }: Record<string, unknown>): Record<string, unknown> {
  return { ...body, max_completion_tokens: limit };
}

function tokensOf({ prompt }: LanguageModelV3CallOptions): number {
  const texts = prompt.flatMap(({ content }) =>
    typeof content === "string" ? [content] : content.map((part) => (part.type === "text" ? part.text : "")),
  );
  return texts.reduce((sum, text) => sum + estimateTokens(text), 0);
}
