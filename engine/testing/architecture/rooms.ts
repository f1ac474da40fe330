/** What a room may import, and which of its files others may import. */
export interface Room {
  /** Rooms it may import anything from. */
  readonly values: readonly string[];
  /** Rooms and files it may import types from. */
  readonly types?: readonly string[];
  /** Its files that other rooms may import, without their extension; `*` for all. */
  readonly public: "*" | readonly string[];
}

/** What every stage may import. */
const BASE = ["engine/model", "engine/errors", "engine/ports", "engine/util"];

/**
 * The rooms, the allowed edges between them, and the files each shows to the others. Types come from contract files of
 * earlier stages only. Change the table and the edge in one commit.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  "engine/model": { public: "*", values: [], types: ["engine/errors"] },
  "engine/errors": { public: "*", values: [] },
  "engine/contract": { public: "*", values: [], types: ["engine/model", "engine/errors"] },
  "engine/ports": { public: "*", values: ["engine/model"] },
  "engine/util": { public: "*", values: ["engine/model", "engine/ports", "engine/errors"] },
  "engine/store": { public: ["open-store", "store"], values: BASE, types: ["engine/contract"] },
  "engine/connectors": {
    public: ["connector", "registry", "saved-pages/index", "saved-pages/to-document", "service"],
    values: BASE,
  },
  "engine/vault": { public: ["create-vault", "vault"], values: BASE },
  "engine/auth": {
    public: ["auth", "companion", "create-auth"],
    values: BASE,
    types: ["engine/contract", "engine/connectors"],
  },
  "engine/service": {
    public: ["allowed-url", "create-service-api", "create-service-pool", "service-api"],
    values: BASE,
    types: ["engine/contract", "engine/connectors", "engine/vault", "engine/auth"],
  },
  "engine/sync": {
    public: [
      "create-sync",
      "run/source-run",
      "schedule/pace",
      "sources/create-connections",
      "sources/create-source-manager",
      "sources/sign-in",
    ],
    values: [...BASE, "engine/service"],
    types: ["engine/contract", "engine/store", "engine/connectors", "engine/vault", "engine/auth"],
  },
  "engine/convert": {
    public: ["convert-document", "convert", "detect/detect-kind", "image/read-image"],
    values: BASE,
  },
  "engine/chunk": { public: ["chunk-text", "chunker", "contextual-text"], values: BASE },
  "engine/embed": {
    public: ["cache-queries", "embedder", "static/create-static-embedder", "static/parse-static-model"],
    values: BASE,
  },
  "engine/search-index": {
    public: ["open-search-index", "search-index"],
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/store"],
  },
  "engine/indexing": {
    public: ["create-indexing", "query-priority"],
    values: BASE,
    types: ["engine/store", "engine/convert", "engine/chunk", "engine/embed", "engine/search-index"],
  },
  "engine/retrieve": {
    public: ["create-retriever", "rerank/create-reranker", "retriever"],
    values: BASE,
    types: ["engine/store", "engine/embed", "engine/search-index"],
  },
  "engine/llm": {
    public: [
      "create-models",
      "generator",
      "model-provider",
      "models",
      "prompt-api/create-prompt-api-provider",
      "transformers-js/create-transformers-js-provider",
      "transformers-js/fetch-model-files",
      "transformers-js/onnx-catalog",
      "transformers-js/open-onnx-model",
      "web-llm/create-web-llm-provider",
    ],
    values: [...BASE, "assets/model-prices.json"],
    types: ["engine/contract"],
  },
  "engine/language": {
    public: [
      "answer-type/answer-type-of",
      "answer-type/has-value-of-type",
      "answer-type/implied-words",
      "date-mention",
      "english/english",
      "english/term-analysis",
      "facts",
      "intent-patterns",
      "language",
      "mail-lines",
      "period-of-date",
      "version-patterns",
      "words/fold-word",
      "english/irregular-forms",
      "words/language-tag",
      "words/stems/latin-languages",
      "words/stems/stem-by-script",
      "words/stems/strip-korean-ending",
      "words/values/breaks-ordinal",
      "words/values/find-normal-forms",
      "words/word-information",
    ],
    values: BASE,
  },
  "engine/understand": {
    public: ["filters/combine-filters", "query-understanding", "understand-question"],
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/embed", "engine/retrieve", "engine/llm"],
  },
  "engine/answer": {
    public: [
      "answer-at-any-time",
      "answerer",
      "cite/to-suggestion",
      "create-answerer",
      "extract/find-documents",
      "generate/answer-cache",
      "generate/choose-model",
      "generate/create-generated-answerer",
    ],
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/embed", "engine/retrieve", "engine/llm"],
  },
  "engine/live": {
    public: ["answer-live", "create-live-retriever", "live-cache", "search-sources"],
    values: BASE,
    types: ["engine/convert", "engine/chunk", "engine/embed", "engine/retrieve"],
  },
  "engine/chat": {
    public: [
      "chat-to-markdown",
      "conversation",
      "create-conversation",
      "create-running-turns",
      "reduce-turn",
      "suggest-follow-ups",
    ],
    values: BASE,
    types: ["engine/contract", "engine/language"],
  },
  "engine/focus": {
    public: ["create-focus-store", "index-page", "load-voy"],
    values: BASE,
    types: [
      "engine/contract",
      "engine/convert",
      "engine/chunk",
      "engine/embed",
      "engine/search-index",
      "engine/retrieve",
    ],
  },
  "extension/ui": { public: "*", values: [] },
  "extension/messaging": { public: "*", values: ["engine/errors", "extension/platform"], types: ["engine"] },
  "extension/platform": { public: "*", values: ["engine/errors"], types: ["engine/ports", "engine/model"] },
  "extension/access": {
    public: "*",
    values: ["extension/messaging", "extension/platform"],
    types: ["engine"],
  },
  "extension/features": {
    public: [
      "ask/ask-view",
      "history/history-view",
      "models/models-section",
      "reader/reader-view",
      "sources/sources-view",
      "stored-data/stored-data-notices",
      "stored-data/stored-data-provider",
      "vault/vault-section",
    ],
    values: [
      "engine/errors",
      "engine/chat",
      "extension/access",
      "extension/ui",
      "extension/messaging",
      "extension/platform",
    ],
    types: ["engine"],
  },
  // A program of its own: it shares a table of prices with the engine, and no code.
  "companion-server/src": {
    public: [],
    values: ["assets/model-prices.json", "companion-server/package.json"],
  },
};
