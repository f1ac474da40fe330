import { toSuggestion } from "./answer/cite/to-suggestion";
import { chunkText } from "./chunk/chunk-text";
import { contextualText } from "./chunk/contextual-text";
import type { AskRequest, Suggestion } from "./contract/ask";
import type { FocusContent, FocusSummary } from "./contract/focus";
import type { EngineStatus } from "./contract/status";
import { convert } from "./convert/convert-document";
import { type AskingDeps, type AskOptions, createAsking, labelsOf } from "./create-asking";
import { cacheQueries } from "./embed/cache-queries";
import type { Embedder } from "./embed/embedder";
import { createStaticEmbedder } from "./embed/static/create-static-embedder";
import { parseStaticModel, type StaticModelFiles } from "./embed/static/parse-static-model";
import { hasCode } from "./errors/error-code";
import { toPlainError } from "./errors/to-plain-error";
import { createFocusStore, type FocusStore } from "./focus/create-focus-store";
import { FOCUS_SOURCE } from "./focus/index-page";
import { loadVoy, type VoyEngine } from "./focus/load-voy";
import { createIndexing, type Indexing } from "./indexing/create-indexing";
import { createQueryPriority } from "./indexing/query-priority";
import type { AnswerEvent } from "./model/answer";
import type { Document } from "./model/document";
import { createRetriever } from "./retrieve/create-retriever";
import { createReranker } from "./retrieve/rerank/create-reranker";
import type { Retriever } from "./retrieve/retriever";
import { openSearchIndex } from "./search-index/open-search-index";
import type { SearchIndex } from "./search-index/search-index";
import type { SearchStore } from "./store/store";

export interface SearchDeps
  extends Pick<AskingDeps, "store" | "clock" | "readerUrl" | "yieldToOthers" | "generator" | "onEvidence"> {
  readonly model: StaticModelFiles;
  /** Used in place of the model, whose parsing takes 0.1 s: for callers that start the engine many times. */
  readonly embedder?: Embedder;
  /** The compiled SIMD kernel; without it the index works in plain code, more slowly. */
  readonly kernel: Uint8Array<ArrayBuffer> | undefined;
  /** `voy_search_bg.wasm`. */
  readonly voy: Uint8Array<ArrayBuffer>;
  /** Called whenever index or ledger changed. */
  readonly onChange: () => void;
}

/** The engine worker's half of Atlas: from the outbox to the answer. */
export interface Search {
  /** Rejects with an AbortError once `signal` is aborted, with NotFoundError for a focus that is gone. */
  ask(request: AskRequest, options: AskOptions): AsyncIterable<AnswerEvent>;
  suggest(query: string, limit: number): Promise<readonly Suggestion[]>;
  status(): Promise<EngineStatus>;
  document(sourceId: string, itemId: string): Promise<Document | undefined>;
  openFocus(content: FocusContent): Promise<FocusSummary>;
  closeFocus(focusId: string): Promise<void>;
  /** Works until the outbox is empty. Rejects when the store fails; `status` then names the problem. */
  drain(signal: AbortSignal): Promise<void>;
}

/** Assembles the engine worker's half over the store. */
export async function createSearch(deps: SearchDeps): Promise<Search> {
  const { store, yieldToOthers, readerUrl } = deps;
  const embedder = cacheQueries(deps.embedder ?? createStaticEmbedder(parseStaticModel(deps.model)));
  const kernel = deps.kernel && (await WebAssembly.compile(deps.kernel));
  const voy = await loadVoy(deps.voy);
  const focus = assembleFocus(deps, embedder, voy);
  const queryPriority = createQueryPriority(yieldToOthers);
  const open = () => openIndex({ ...deps, yieldToOthers: queryPriority.yieldToQueries }, embedder, kernel);
  let opened = await open();
  const asking = createAsking({
    ...deps,
    ...textPipeline,
    embedder,
    page: (focusId) => focus.document(focusId),
    terms: (text) => opened.retriever.terms(text),
  });
  let drainProblem: string | undefined;

  async function* ask(request: AskRequest, options: AskOptions) {
    const endQuery = queryPriority.startQuery();
    try {
      yield* request.focusId === undefined
        ? asking.askSources(request, opened, options)
        : asking.askPage(request, focus.retriever(request.focusId), options);
    } finally {
      endQuery();
    }
  }

  async function suggest(query: string, limit: number): Promise<readonly Suggestion[]> {
    const endQuery = queryPriority.startQuery();
    try {
      const { retriever } = opened;
      const context = { retriever, readerUrl, sourceLabel: labelsOf(await store.listSources()) };
      const passages = await retriever.suggest(query, limit);
      return passages.map((passage) => toSuggestion(passage, query, context));
    } finally {
      endQuery();
    }
  }

  async function drain(signal: AbortSignal): Promise<void> {
    try {
      if (await wasCleared(store, opened.index)) opened = await open();
      // What was found damaged on opening is mended once the outbox is empty.
      opened = { ...(await drainOutbox(opened, open, signal)), problems: [] };
      drainProblem = undefined;
    } catch (error) {
      if (!signal.aborted) drainProblem = toPlainError(error).message;
      throw error;
    } finally {
      deps.onChange();
    }
  }

  return {
    ask,
    drain,
    suggest,
    status: async () => {
      const problems = [...opened.problems, ...(drainProblem === undefined ? [] : [drainProblem])];
      return { stats: opened.index.stats(), backlog: await store.backlog(), problems };
    },
    document: async (sourceId, itemId) =>
      sourceId === FOCUS_SOURCE ? focus.document(itemId) : store.documentOf(sourceId, itemId),
    openFocus: (content) => focus.open(content),
    closeFocus: async (focusId) => focus.close(focusId),
  };
}

/** How raw content becomes what is embedded. */
const textPipeline = { convert, chunkText, contextualText };

interface OpenedSearch {
  readonly index: SearchIndex;
  readonly retriever: Retriever;
  readonly indexing: Indexing;
  readonly problems: readonly string[];
}

/** Opens the stored index and queues again whatever of it cannot be used. */
async function openIndex(
  { store, clock, yieldToOthers, onChange }: SearchDeps,
  embedder: Embedder,
  kernel: WebAssembly.Module | undefined,
): Promise<OpenedSearch> {
  const manifest = await store.manifest();
  const segments = await store.segments(manifest?.segments.map(({ id }) => id) ?? []);
  const { index, rebuild, problems } = openSearchIndex({
    manifest,
    segments,
    embedderId: embedder.id,
    dimensions: embedder.dimensions,
    ...(kernel && { kernel }),
  });
  if (rebuild !== "none") {
    await store.enqueueReindex(rebuild === "all" ? undefined : rebuild);
    // Pages say how many documents are found until the rebuild is done.
    onChange();
  }
  const reranker = createReranker({ index, embedder, contextualText });
  const retriever = createRetriever({ index, embedder, clock, rows: store, reranker });
  const indexing = createIndexing({
    store,
    index,
    clock,
    ...textPipeline,
    embedder,
    yieldToOthers,
    onProgress: onChange,
  });
  return { index, retriever, indexing, problems };
}

/** Drains; when the store was cleared meanwhile, goes on with an index opened anew, which it returns. */
async function drainOutbox(
  opened: OpenedSearch,
  open: () => Promise<OpenedSearch>,
  signal: AbortSignal,
): Promise<OpenedSearch> {
  try {
    await opened.indexing.drain(signal);
    return opened;
  } catch (error) {
    if (!hasCode(error, "stale-index")) throw error;
    const reopened = await open();
    await reopened.indexing.drain(signal);
    return reopened;
  }
}

/** "Remove everything" leaves no work behind that would tell the index. */
async function wasCleared(store: SearchStore, index: SearchIndex): Promise<boolean> {
  return index.stats().documents > 0 && (await store.manifest()) === undefined;
}

function assembleFocus({ clock }: SearchDeps, embedder: Embedder, voy: VoyEngine): FocusStore {
  return createFocusStore({
    voy,
    ...textPipeline,
    embedder,
    clock,
    openIndex: () =>
      openSearchIndex({
        manifest: undefined,
        segments: [],
        embedderId: embedder.id,
        dimensions: embedder.dimensions,
      }).index,
    createRetriever: (index, document) => {
      const rows = { documents: async (ids: readonly number[]) => ids.map(() => document) };
      const reranker = createReranker({ index, embedder, contextualText });
      return createRetriever({ index, embedder, clock, rows, reranker });
    },
  });
}
