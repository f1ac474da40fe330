import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
} from "@ai-sdk/provider";
import { generateFromStream } from "../../stream/generate-from-stream";
import { estimateTokens } from "../../usage/estimate-tokens";
import { readFailure, type ServerFailure } from "../failures/server-failure";
import {
  type FailedModel,
  overflowError,
  toConnectionError,
  toModelError,
  unreadableError,
} from "../failures/to-model-error";
import type { ModelServerClient } from "../server-client";
import { type AcceptedParameters, adaptParameters, textOf, toChatBody } from "./chat-request";
import { readAnswerParts } from "./read-answer-parts";

export interface ChatModelOptions extends FailedModel {
  readonly client: ModelServerClient;
  /** Changed when the server refuses a parameter, for the next requests. */
  readonly accepted: AcceptedParameters;
}

/** The longest text of an error that is read. */
const MAX_ERROR_CHARACTERS = 64_000;

/** The AI SDK's model of one server. Its errors name a remedy and contain neither key nor prompt. */
export function createChatModel(options: ChatModelOptions): LanguageModelV3 {
  const { serverName, modelName, software, contextTokens } = options;
  const doStream = async (call: LanguageModelV3CallOptions) => {
    // Ollama would cut off the beginning of the prompt, with the instructions, without an error.
    if (software === "ollama" && tokensOf(call) > contextTokens)
      throw overflowError(contextTokens, modelName);
    return { stream: toStream(await request(call, options), options) };
  };
  return {
    specificationVersion: "v3",
    provider: serverName,
    modelId: modelName,
    supportedUrls: {},
    doStream,
    doGenerate: async (call) => generateFromStream((await doStream(call)).stream, modelName),
  };
}

/** A successful response; a parameter that the server refuses is left out in a further request. */
async function request(call: LanguageModelV3CallOptions, options: ChatModelOptions): Promise<Response> {
  const { client, modelName, accepted } = options;
  for (;;) {
    const response = await client
      .send(`${client.address.api}/chat/completions`, {
        method: "POST",
        body: JSON.stringify(toChatBody(modelName, call, accepted)),
        ...(call.abortSignal && { signal: call.abortSignal }),
      })
      .catch((error) => {
        throw toConnectionError(error, options, false);
      });
    if (response.ok) return response;
    const reply = await readErrorText(response);
    call.abortSignal?.throwIfAborted();
    const { status } = response;
    if (!adaptParameters(accepted, { status, reply, call }))
      throw toModelError(toFailure(response, reply), options);
  }
}

/** The text of an error as far as it can be read. */
async function readErrorText(response: Response): Promise<string> {
  try {
    return (await response.text()).slice(0, MAX_ERROR_CHARACTERS);
  } catch {
    return "";
  }
}

function toFailure({ status, headers }: Response, reply: string): ServerFailure {
  const failure = readFailure(reply, status);
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return { ...failure, ...(seconds > 0 && { retryAfter: Math.ceil(seconds) }) };
}

function toStream({ body }: Response, options: ChatModelOptions): ReadableStream<LanguageModelV3StreamPart> {
  if (!body) throw unreadableError(options);
  const reader = body.getReader();
  const parts = readAnswerParts(reader, { model: options, wait: options.client.wait });
  // A broken stream may reject the cancellation.
  const close = (reason?: unknown) => reader.cancel(reason).catch(() => {});
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await parts.next();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      await close();
    },
    cancel: close,
  });
}

function tokensOf({ prompt }: LanguageModelV3CallOptions): number {
  return prompt.reduce((sum, { content }) => sum + estimateTokens(textOf(content)), 0);
}
