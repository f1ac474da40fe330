import {
  type FakeAnswer,
  type FakeModel,
  type RefusalResponse,
  toEvent,
  type VendorDialect,
} from "./dialect";

interface Variant {
  readonly describe: (model: FakeModel) => object;
  /** Further fields of the last chunk. */
  readonly last: (usage: object) => object;
  /** True when usage is sent in a separate chunk. */
  readonly usageChunk: boolean;
  /** Thoughts as the vendor sends them; it keeps them to itself where absent. */
  readonly reasoningDelta?: (text: string) => object;
  readonly errors: Pick<VendorDialect, "wrongKey" | "tooLong"> & { readonly rateLimit: object };
}

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly content: string | readonly { readonly text?: string }[] | null }[];
}

function createDialect({ describe, last, usageChunk, reasoningDelta, errors }: Variant): VendorDialect {
  const chunk = ({ model }: FakeAnswer, delta: object, finish: string | null = null, more: object = {}) =>
    toEvent({
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1_735_689_600,
      model,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...more,
    });
  return {
    keyOf: (headers) => headers.get("authorization")?.replace(/^Bearer /, "") ?? null,
    listPath: "/models",
    list: (models) => ({
      object: "list",
      data: models.map((model) => ({
        id: model.name,
        object: "model",
        created: 1_735_689_600,
        owned_by: "system",
        ...describe(model),
      })),
    }),
    readChat: (path, body) => {
      if (path !== "/chat/completions") return undefined;
      const { model, messages } = body as ChatBody;
      const texts = messages.flatMap(({ content }) =>
        Array.isArray(content)
          ? content.map(({ text }: { text?: string }) => text ?? "")
          : [String(content ?? "")],
      );
      return { model, prompt: texts.join(" ") };
    },
    begin: (answer) => chunk(answer, { role: "assistant", content: "" }),
    step: (step, answer) => {
      if ("text" in step) return chunk(answer, { content: step.text });
      if ("reasoning" in step) {
        const delta = reasoningDelta?.(step.reasoning);
        return delta ? chunk(answer, delta) : "";
      }
      const { name, input } = step.toolCall;
      const call = { index: 0, id: "call_1", type: "function", function: { name, arguments: input } };
      return chunk(answer, { tool_calls: [call] });
    },
    end: (finish, answer) => {
      const { input, output } = answer.counts;
      const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
      const reason = finish === "content-filter" ? "content_filter" : finish;
      const numbers = usageChunk
        ? toEvent({
            id: "chatcmpl-1",
            object: "chat.completion.chunk",
            created: 1,
            model: answer.model,
            choices: [],
            usage,
          })
        : "";
      return `${chunk(answer, {}, reason, last(usage))}${numbers}data: [DONE]\n\n`;
    },
    failure: toEvent({
      error: { message: "The server had an error", type: "server_error", param: null, code: null },
    }),
    wrongKey: errors.wrongKey,
    tooLong: errors.tooLong,
    unknownModel: (name) => ({
      status: 404,
      body: {
        error: {
          message: `The model '${name}' does not exist`,
          type: "invalid_request_error",
          code: "model_not_found",
        },
      },
    }),
    refusal: (reason) => refusals(errors.rateLimit)[reason],
    broken: { status: 500, body: { error: { message: "The server had an error", type: "server_error" } } },
  };
}

function refusals(rateLimit: object): Record<"rate-limit" | "overload" | "no-credit", RefusalResponse> {
  return {
    "rate-limit": { status: 429, headers: { "retry-after": "17" }, body: rateLimit },
    overload: {
      status: 503,
      body: { error: { message: "The engine is currently overloaded", type: "server_error" } },
    },
    "no-credit": {
      status: 429,
      body: {
        error: {
          message: "You exceeded your current quota",
          type: "insufficient_quota",
          code: "insufficient_quota",
        },
      },
    },
  };
}

const openaiErrors = {
  // The real server repeats the key.
  wrongKey: (shown: string): RefusalResponse => ({
    status: 401,
    body: {
      error: {
        message: `Incorrect API key provided: ${shown}.`,
        type: "invalid_request_error",
        code: "invalid_api_key",
      },
    },
  }),
  tooLong: ({ contextTokens }: FakeModel, tokens: number): RefusalResponse => ({
    status: 400,
    body: {
      error: {
        message: `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`,
        type: "invalid_request_error",
        param: "messages",
        code: "context_length_exceeded",
      },
    },
  }),
  rateLimit: {
    error: { message: "Rate limit reached for requests", type: "requests", code: "rate_limit_exceeded" },
  },
};

/** https://platform.openai.com/docs/api-reference/chat-streaming */
export const openaiDialect = createDialect({
  describe: () => ({}),
  last: () => ({}),
  usageChunk: true,
  errors: openaiErrors,
});

/** https://console.groq.com/docs/api-reference */
export const groqDialect = createDialect({
  describe: ({ contextTokens }) => ({ active: true, context_window: contextTokens }),
  last: (usage) => ({ x_groq: { id: "req_1", usage } }),
  usageChunk: false,
  reasoningDelta: (reasoning) => ({ reasoning }),
  errors: openaiErrors,
});

/** https://docs.mistral.ai/api */
export const mistralDialect = createDialect({
  describe: ({ contextTokens }) => ({
    max_context_length: contextTokens,
    capabilities: { completion_chat: true },
  }),
  last: (usage) => ({ usage }),
  usageChunk: false,
  reasoningDelta: (text) => ({ content: [{ type: "thinking", thinking: [{ type: "text", text }] }] }),
  errors: {
    wrongKey: () => ({ status: 401, body: { detail: "Unauthorized" } }),
    tooLong: ({ contextTokens }, tokens) => ({
      status: 400,
      body: {
        object: "error",
        message: `Prompt contains ${tokens} tokens and 0 draft tokens, too large for model with ${contextTokens} maximum context length`,
        type: "invalid_request_prompt",
        code: "3051",
      },
    }),
    rateLimit: {
      object: "error",
      message: "Requests rate limit exceeded",
      type: "rate_limited",
      code: "1300",
    },
  },
});
