import { type FakeModel, modelList, type ServerKind } from "./server-kind";

const MODIFIED = "2025-01-01T00:00:00Z";

function ollamaEntry({ name, remote }: FakeModel): object {
  const details = { format: "gguf", family: "llama", parameter_size: "3.2B", quantization_level: "Q4_K_M" };
  const remoteFields = remote ? { remote_model: name, remote_host: "https://ollama.com:443" } : {};
  return {
    name,
    model: name,
    modified_at: MODIFIED,
    size: 2_019_393_189,
    digest: `d-${name}`,
    details,
    ...remoteFields,
  };
}

/** Ollama: https://github.com/ollama/ollama/blob/main/docs/api.md and docs/openai.md. */
const ollama: ServerKind = {
  baseUrl: "http://localhost:11434",
  describe: (path, models, body) => {
    if (path === "/api/tags") return { models: models.map(ollamaEntry) };
    if (path === "/api/ps") return { models: [] };
    if (path === "/v1/models") return modelList(models, "library");
    if (path !== "/api/show") return undefined;
    const model = models.find(({ name }) => name === (body as { model: string }).model);
    return (
      model && {
        license: "…",
        parameters: `stop                           "<|eot_id|>"\nnum_ctx                        ${model.contextTokens}`,
        template: "…",
        details: { family: "llama" },
        model_info: { "general.architecture": "llama", "llama.context_length": 131_072 },
        capabilities: model.embedding ? ["embedding"] : ["completion", "tools"],
        modified_at: MODIFIED,
      }
    );
  },
  chunk: () => ({ system_fingerprint: "fp_ollama" }),
  failure: {
    error: { message: "llama runner process has terminated", type: "api_error", param: null, code: null },
  },
  // Once an answer has begun, its errors have no frame.
  frameFailure: (json) => `${json}\n`,
  checksOrigin: true,
};

/** OpenAI: https://platform.openai.com/docs/api-reference/chat-streaming. */
const openai: ServerKind = {
  baseUrl: "https://api.openai.com/v1",
  describe: (path, models) => (path === "/v1/models" ? modelList(models, "system") : undefined),
  chunk: () => ({ service_tier: "default", system_fingerprint: "fp_560af6e559", usage: null }),
  overflow: ({ contextTokens }, tokens) => ({
    status: 400,
    body: {
      error: {
        message: `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
        type: "invalid_request_error",
        param: "messages",
        code: "context_length_exceeded",
      },
    },
  }),
  failure: {
    error: { message: "The server had an error", type: "server_error", param: null, code: null },
  },
  frame: (json) => `: keep-alive\n\nid: 1\ndata: ${json}\n\n`,
};

/** LM Studio: https://lmstudio.ai/docs/developer/rest/endpoints. */
const lmStudio: ServerKind = {
  baseUrl: "http://localhost:1234/v1",
  describe: (path, models) => {
    if (path === "/v1/models") return modelList(models, "organization_owner");
    if (path !== "/api/v0/models") return undefined;
    return {
      object: "list",
      data: models.map(({ name, contextTokens, embedding }, at) => ({
        id: name,
        object: "model",
        type: embedding ? "embeddings" : "llm",
        publisher: "lmstudio-community",
        arch: "llama",
        compatibility_type: "gguf",
        quantization: "Q4_K_M",
        state: at === 0 ? "loaded" : "not-loaded",
        max_context_length: 131_072,
        ...(at === 0 ? { loaded_context_length: contextTokens } : {}),
      })),
    };
  },
  chunk: (model) => ({ system_fingerprint: model }),
  overflow: ({ contextTokens }, tokens) => ({
    status: 400,
    body: {
      error: `The number of tokens to keep from the initial prompt is greater than the context length (n_keep: ${tokens}>= n_ctx: ${contextTokens}). Try to load the model with a larger context length, or provide a shorter input.`,
    },
  }),
  failure: { error: { message: "The model has crashed without additional information. (Exit code: 6)" } },
  frameFailure: (json) => `event: error\ndata: ${json}\n\n`,
  usageChunk: { choices: null },
};

/** llama.cpp: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md. */
const llamaCpp: ServerKind = {
  baseUrl: "http://127.0.0.1:8080",
  describe: (path, models) => {
    if (path === "/v1/models")
      return modelList(models, "llamacpp", () => ({ meta: { n_ctx_train: 131_072 } }));
    if (path !== "/props") return undefined;
    return {
      default_generation_settings: { id: 0, n_ctx: models[0]?.contextTokens, speculative: false },
      total_slots: 1,
      model_path: models[0]?.name,
      chat_template: "…",
    };
  },
  chunk: () => ({ system_fingerprint: "b5000-abcdef" }),
  overflow: ({ contextTokens }, tokens) => ({
    status: 400,
    body: {
      error: {
        code: 400,
        message: "the request exceeds the available context size, try increasing it",
        type: "exceed_context_size_error",
        n_prompt_tokens: tokens,
        n_ctx: contextTokens,
      },
    },
  }),
  failure: { error: { code: 500, message: "Compute error.", type: "server_error" } },
  frameFailure: (json) => `error: ${json}\n\n`,
  usageChunk: {},
};

/** vLLM: https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html. */
const vllm: ServerKind = {
  baseUrl: "http://192.168.1.20:8000/v1",
  describe: (path, models) =>
    path === "/v1/models"
      ? modelList(models, "vllm", ({ name, contextTokens }) => ({
          root: name,
          parent: null,
          max_model_len: contextTokens,
        }))
      : undefined,
  chunk: () => ({}),
  overflow: ({ contextTokens }, tokens) => ({
    status: 400,
    body: {
      object: "error",
      message: `This model's maximum context length is ${contextTokens} tokens. However, you requested ${tokens} tokens in the messages, Please reduce the length of the messages.`,
      type: "BadRequestError",
      param: null,
      code: 400,
    },
  }),
  failure: {
    error: {
      object: "error",
      message: "EngineCore encountered an issue",
      type: "InternalServerError",
      code: 500,
    },
  },
  // Python's servers end lines with CR and LF.
  frame: (json) => `data:${json}\r\n\r\n`,
};

export const SERVER_KINDS = { ollama, openai, "lm-studio": lmStudio, "llama.cpp": llamaCpp, vllm };
export type ServerKindName = keyof typeof SERVER_KINDS;
