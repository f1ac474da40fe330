import { answerAtAnyTime } from "./answer/answer-at-any-time";
import type { Answerer, AnswerOptions } from "./answer/answerer";
import { createAnswerer } from "./answer/create-answerer";
import { type AnswerCache, createAnswerCache } from "./answer/generate/answer-cache";
import { chooseModel } from "./answer/generate/choose-model";
import {
  createGeneratedAnswerer,
  type GeneratedAnswererDeps,
} from "./answer/generate/create-generated-answerer";
import type { ChunkContext, ChunkText } from "./chunk/chunker";
import type { AskRequest } from "./contract/ask";
import type { Convert } from "./convert/convert";
import type { Embedder } from "./embed/embedder";
import { english } from "./language/english/english";
import type { Language } from "./language/language";
import { answerLive } from "./live/answer-live";
import { createLiveRetriever } from "./live/create-live-retriever";
import type { Generator } from "./llm/generator";
import type { AnswerEvent } from "./model/answer";
import type { Document } from "./model/document";
import type { Source } from "./model/source";
import type { Clock } from "./ports/clock";
import type { LiveSources } from "./ports/live-sources";
import type { Retriever } from "./retrieve/retriever";
import type { SearchIndex } from "./search-index/search-index";
import type { SearchStore } from "./store/store";
import { intersectFilters } from "./understand/filters/combine-filters";
import type { KnownNames, UnderstoodQuestion } from "./understand/query-understanding";
import { understandQuestion } from "./understand/understand-question";
import { wait } from "./util/wait";

export interface AskingDeps {
  readonly store: SearchStore;
  /** With fractions of a millisecond, for timings. */
  readonly clock: Clock;
  /** Atlas's page that shows a document without a web address. */
  readonly readerUrl: string;
  /** Resolves in a later task, so that other work gets its turn. */
  readonly yieldToOthers: () => Promise<void>;
  /** Writes answers; where absent, or when no model may answer, they are extracts. */
  readonly generator?: Generator;
  readonly embedder: Embedder;
  readonly convert: Convert;
  readonly chunkText: ChunkText;
  readonly contextualText: (context: ChunkContext) => string;
  /** The open page behind a focus. */
  readonly page: (focusId: string) => Document | undefined;
  /** How the index reads words, whichever is open. */
  readonly terms: Retriever["terms"];
  /** Called with the evidence of each question, for evaluation. */
  readonly onEvidence?: NonNullable<GeneratedAnswererDeps["onEvidence"]>;
}

/** What is searched: it may be opened anew between two questions. */
interface SearchTarget {
  readonly index: SearchIndex;
  readonly retriever: Retriever;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Sources that are asked at query time; none where absent. */
  readonly live?: LiveSources;
}

/** From a question to the events of its answer. */
export interface Asking {
  askPage(request: AskRequest, retriever: Retriever, options: AskOptions): AsyncIterable<AnswerEvent>;
  askSources(request: AskRequest, opened: SearchTarget, options: AskOptions): AsyncIterable<AnswerEvent>;
}

type AskDeps = AskingDeps &
  AskOptions & {
    readonly language: Language;
    readonly cache: AnswerCache;
  };

/** Understands questions and answers them, by a language model or by quotes; keeps the answers of models. */
export function createAsking(deps: AskingDeps): Asking {
  const language = english;
  // Read before the first question needs them.
  void language.relatedWords().catch(() => undefined);
  const cache = createAnswerCache({ ...deps, language, retriever: deps });
  const askDeps = { ...deps, language, cache };
  return {
    askPage: (request, retriever, options) => askPage(request, retriever, { ...askDeps, ...options }),
    askSources: (request, opened, options) => askSources(request, opened, { ...askDeps, ...options }),
  };
}

async function* askPage(
  request: AskRequest,
  retriever: Retriever,
  deps: AskDeps,
): AsyncGenerator<AnswerEvent> {
  const focusedDocument = request.focusId === undefined ? undefined : deps.page(request.focusId);
  const { scopes } = deps.language.sentences;
  const scope = focusedDocument?.type === "file" ? scopes.file : scopes.page;
  const answerScope: AnswerScope = {
    retriever,
    scopePhrase: scope.phrase,
    sourceLabel: () => scope.label,
    deviceOnly: new Set(),
    focusedDocument,
    askedAt: deps.clock.now(),
  };
  const { question, intent } = yield* understand(request, answerScope, deps);
  const { filter: _, ...options } = toAnswerOptions(request, deps);
  yield* createScopedAnswerer(answerScope, deps).answer(question, { ...options, intent });
}

/** Asks the index, and the sources that can search for themselves. */
async function* askSources(
  request: AskRequest,
  { index, retriever: base }: SearchTarget,
  deps: AskDeps,
): AsyncGenerator<AnswerEvent> {
  const { store, clock, live, signal } = deps;
  const askedAt = clock.now();
  const sources = await store.listSources();
  const answerScope: AnswerScope = {
    retriever: base,
    scopePhrase: deps.language.sentences.scopes.sources.phrase,
    sourceLabel: labelsOf(sources),
    deviceOnly: new Set(sources.flatMap(({ id, deviceOnly }) => (deviceOnly ? [id] : []))),
    askedAt,
  };
  // A scope that was chosen holds: words for other sources are then words like any.
  const chosenSourceIds = request.filter?.sourceIds;
  const searchedSources = chosenSourceIds
    ? sources.filter(({ id }) => chosenSourceIds.includes(id))
    : sources;
  const names = { authors: [], containers: [], ...index.names?.(), sources: searchedSources };
  const understood = yield* understand(request, { ...answerScope, names }, deps);
  const filter = intersectFilters(request.filter ?? {}, understood.filter);
  const narrowed = Object.keys(filter).length > 0 && { filter };
  const { intent } = understood;
  const options = { ...toAnswerOptions(request, deps), ...narrowed, intent };
  let fresh = request.fresh ?? false;
  const answerFrom = (retriever: Retriever) => {
    const answerer = createScopedAnswerer({ ...answerScope, retriever }, deps);
    const events = answerUnderstood(answerer, understood, { ...options, fresh }, { request, deps });
    // What is made once more after live search may be what was made anew before it.
    fresh = false;
    return events;
  };
  const documentOf = (sourceId: string, itemId: string) => store.documentOf(sourceId, itemId);
  const retriever = createLiveRetriever({ ...deps, base, documentOf });
  yield* answerLive(understood.question, { retriever, answerFrom, live, signal, ...narrowed });
}

/** Answers with the filters of the question, and without the one on times where nothing of that time answers. */
function answerUnderstood(
  answerer: Answerer,
  { question, anyTime }: UnderstoodQuestion,
  options: AnswerOptions,
  { request, deps }: { readonly request: AskRequest; readonly deps: AskDeps },
): AsyncIterable<AnswerEvent> {
  const events = answerer.answer(question, options);
  if (!anyTime) return events;
  const { filter: _, ...rest } = options;
  const filter = intersectFilters(request.filter ?? {}, anyTime.filter);
  const anyTimeOptions = { ...rest, ...(Object.keys(filter).length > 0 && { filter }) };
  const note = deps.language.sentences.timeIgnored(anyTime.timeLabel);
  return answerAtAnyTime(events, () => answerer.answer(anyTime.question, anyTimeOptions), note);
}

/** Where an answer comes from. */
type AnswerScope = Pick<
  GeneratedAnswererDeps,
  "retriever" | "scopePhrase" | "sourceLabel" | "deviceOnly" | "focusedDocument" | "askedAt"
>;

function createScopedAnswerer(answerScope: AnswerScope, deps: AskDeps) {
  const { generator } = deps;
  const answererDeps = { ...deps, ...answerScope };
  return generator
    ? createGeneratedAnswerer({ ...answererDeps, generator, createMarker: () => crypto.randomUUID() })
    : createAnswerer(answererDeps);
}

/** Understands a question; yields the outcome where it differs from the words of the question. */
async function* understand(
  request: AskRequest,
  { names, retriever, deviceOnly }: AnswerScope & { readonly names?: KnownNames },
  { language, clock, generator, signal }: AskDeps,
): AsyncGenerator<AnswerEvent, UnderstoodQuestion> {
  const { question, history = [], removedChips = [] } = request;
  const understood = await understandQuestion(
    { question, history, removedChips, choice: chooseModel(request, [], deviceOnly) },
    { names, language, retriever, clock, wait, generator, signal },
  );
  const { chips } = understood;
  const isSame = understood.question === question.replace(/\s+/g, " ").trim();
  if (chips.length > 0 || !isSame) yield { type: "understood", question: understood.question, chips };
  return understood;
}

function toAnswerOptions({ filter, history, modelId, cloudAllowed, fresh }: AskRequest, { signal }: AskDeps) {
  return {
    signal,
    ...(filter && { filter }),
    ...(history && { history }),
    ...(modelId !== undefined && { modelId }),
    ...(cloudAllowed && { cloudAllowed }),
    ...(fresh && { fresh }),
  };
}

/** Labels of sources by their id. */
export function labelsOf(sources: readonly Source[]): (sourceId: string) => string {
  const labels = new Map(sources.map(({ id, label }) => [id, label]));
  return (sourceId) => labels.get(sourceId) ?? sourceId;
}
