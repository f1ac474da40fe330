import { chooseModel } from "./answer/choose-model";
import { createAnswerer } from "./answer/create-answerer";
import { type AnswerCache, createAnswerCache } from "./answer/generate/answer-cache";
import {
  createGeneratedAnswerer,
  type GeneratedAnswererParts,
} from "./answer/generate/create-generated-answerer";
import type { KnownNames } from "./answer/understand/known-names";
import { narrowFilter } from "./answer/understand/narrow-filter";
import { type UnderstoodQuestion, understandQuestion } from "./answer/understand/understand-question";
import type { ChunkContext, ChunkText } from "./chunk/chunker";
import type { Convert } from "./convert/convert";
import type { AskQuestion, SearchParts } from "./create-search";
import type { Embedder } from "./embed/embedder";
import { answerLive } from "./live/answer-live";
import { createLiveRetriever } from "./live/create-live-retriever";
import type { AnswerEvent } from "./model/answer";
import type { Document } from "./model/document";
import type { Source } from "./model/source";
import type { Retriever } from "./retrieve/retriever";
import type { SearchIndex } from "./search-index/search-index";
import { wait } from "./util/wait";

export interface AskingParts extends SearchParts {
  readonly embedder: Embedder;
  readonly convert: Convert;
  readonly chunkText: ChunkText;
  readonly contextualText: (context: ChunkContext) => string;
  /** The open page behind a focus. */
  readonly page: (focusId: string) => Document | undefined;
  /** How the index reads words, whichever is open. */
  readonly terms: Retriever["terms"];
}

/** What is searched: it may be opened anew between two questions. */
interface Opened {
  readonly index: SearchIndex;
  readonly retriever: Retriever;
}

/** From a question to the events of its answer. */
export interface Asking {
  askPage(request: AskQuestion, retriever: Retriever, signal: AbortSignal): AsyncIterable<AnswerEvent>;
  askSources(request: AskQuestion, opened: Opened, signal: AbortSignal): AsyncIterable<AnswerEvent>;
}

type Tools = AskingParts & { readonly cache: AnswerCache; readonly signal: AbortSignal };

/** Understands questions and answers them, by a language model or by quotes; keeps the answers of models. */
export function createAsking(parts: AskingParts): Asking {
  const cache = createAnswerCache({ retriever: parts, embedder: parts.embedder, clock: parts.clock });
  return {
    askPage: (request, retriever, signal) => askPage(request, retriever, { ...parts, cache, signal }),
    askSources: (request, opened, signal) => askSources(request, opened, { ...parts, cache, signal }),
  };
}

async function* askPage(
  request: AskQuestion,
  retriever: Retriever,
  tools: Tools,
): AsyncGenerator<AnswerEvent> {
  const whole = request.focusId === undefined ? undefined : tools.page(request.focusId);
  const isFile = whole?.type === "file";
  const place: Place = {
    retriever,
    place: isFile ? "in this file" : "on this page",
    sourceLabel: () => (isFile ? "This file" : "This page"),
    deviceOnly: new Set(),
    whole,
    askedAt: tools.clock.now(),
  };
  const { question } = yield* understand(request, place, tools);
  const { filter: _, ...options } = optionsOf(request, tools);
  yield* createPlaceAnswerer(place, tools).answer(question, options);
}

/** Asks the index, and the sources that can search for themselves. */
async function* askSources(
  request: AskQuestion,
  { index, retriever: base }: Opened,
  tools: Tools,
): AsyncGenerator<AnswerEvent> {
  const { store, clock, signal } = tools;
  const askedAt = clock.now();
  const sources = await store.listSources();
  const place: Place = {
    retriever: base,
    place: "in your sources",
    sourceLabel: labelsOf(sources),
    deviceOnly: new Set(sources.flatMap(({ id, deviceOnly }) => (deviceOnly ? [id] : []))),
    askedAt,
  };
  // A scope that was chosen holds: words for other sources are then words like any.
  const scope = request.filter?.sourceIds;
  const named = scope ? sources.filter(({ id }) => scope.includes(id)) : sources;
  const names = { authors: [], containers: [], ...index.names?.(), sources: named };
  const understood = yield* understand(request, { ...place, names }, tools);
  const filter = narrowFilter(request.filter ?? {}, understood.filter);
  const narrowed = Object.keys(filter).length > 0 && { filter };
  const options = { ...optionsOf(request, tools), ...narrowed };
  let fresh = request.fresh ?? false;
  const answerFrom = (retriever: Retriever) => {
    const answering = createPlaceAnswerer({ ...place, retriever }, tools);
    const events = answering.answer(understood.question, { ...options, fresh });
    // What is made once more after live search may be what was made anew before it.
    fresh = false;
    return events;
  };
  const documentOf = (sourceId: string, itemId: string) => store.documentOf(sourceId, itemId);
  const retriever = createLiveRetriever({ ...tools, base, documentOf });
  yield* answerLive(understood.question, { retriever, answerFrom, live: request.live, signal, ...narrowed });
}

/** Where an answer comes from. */
type Place = Pick<
  GeneratedAnswererParts,
  "retriever" | "place" | "sourceLabel" | "deviceOnly" | "whole" | "askedAt"
>;

function createPlaceAnswerer(place: Place, tools: Tools) {
  const { generator } = tools;
  const parts = { ...tools, ...place };
  return generator
    ? createGeneratedAnswerer({ ...parts, generator, newMarker: () => crypto.randomUUID() })
    : createAnswerer(parts);
}

/** What the question means; tells it where that is not what it says. */
async function* understand(
  request: AskQuestion,
  { names, retriever, deviceOnly }: Place & { readonly names?: KnownNames },
  { clock, generator, signal }: Tools,
): AsyncGenerator<AnswerEvent, UnderstoodQuestion> {
  const { question, history = [], removedChips = [] } = request;
  const understood = await understandQuestion(
    { question, history, removedChips, choice: chooseModel(request, [], deviceOnly) },
    { names, retriever, clock, wait, generator, signal },
  );
  const { chips } = understood;
  const isSame = understood.question === question.replace(/\s+/g, " ").trim();
  if (chips.length > 0 || !isSame) yield { type: "understood", question: understood.question, chips };
  return understood;
}

function optionsOf({ filter, history, modelId, cloudAllowed, fresh }: AskQuestion, { signal }: Tools) {
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
