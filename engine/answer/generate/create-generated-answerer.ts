import { toPlainError } from "../../errors/to-plain-error";
import type { GenerateEvent, Generator } from "../../llm/generator";
import type { ModelInfo } from "../../llm/model-provider";
import type { Answer, AnswerEvent, AnswerModel, AnswerNote } from "../../model/answer";
import type { Document } from "../../model/document";
import type { Passage } from "../../model/passage";
import type { Answerer, AnswerOptions } from "../answerer";
import { chooseModel } from "../choose-model";
import { readSources, type SourceReading } from "../read-sources";
import { type ExtractParts, writeExtract } from "../write-extract";
import type { AnswerCache } from "./answer-cache";
import { AnswerWriter } from "./answer-writer";
import { finishAnswer } from "./finish-answer";
import { prepareRequest } from "./prepare-request";

export interface GeneratedAnswererParts extends ExtractParts {
  readonly generator: Generator;
  readonly cache: AnswerCache;
  /** A string nobody can guess, another one each time. */
  readonly newMarker: () => string;
  /** Sources of which nothing may be sent to a cloud. */
  readonly deviceOnly: ReadonlySet<string>;
  /** The one document that is asked about: it can be summed up, which no passage of it answers. */
  readonly whole?: Document | undefined;
  /** When the question was asked: what was answered since belongs to it. Milliseconds since the epoch. */
  readonly askedAt: number;
}

/** Passages retrieved beyond those an extract reads. */
const SPARE_PASSAGES = 12;
const ASKS_FOR_OVERVIEW =
  /^\s*(?:(?:please|can you|could you)\s+)*(?:summari[sz]e|sum up|tl;?dr|(?:give me |write )?an? (?:short )?(?:summary|overview)|what(?:'s| is) this (?:\w+ )?about)\b/i;

/**
 * Answers with a language model, from passages, cited and checked; extractively where there is no model, where it
 * fails before its first text, or where nothing of what it wrote has support. Where the sources are about something
 * else no model is asked. Rejects when a model fails midway.
 */
export function createGeneratedAnswerer(parts: GeneratedAnswererParts): Answerer {
  return { answer: (question, options = {}) => answer(parts, question, options) };
}

async function* answer(
  parts: GeneratedAnswererParts,
  question: string,
  options: AnswerOptions,
): AsyncGenerator<AnswerEvent> {
  const { signal, filter, modelId } = options;
  const reading = await readSources(question, { ...options, spare: SPARE_PASSAGES }, parts);
  const hits = parts.whole && ASKS_FOR_OVERVIEW.test(question) ? passagesOf(parts.whole) : reading.passages;
  if (hits === reading.passages && !reading.mayAnswer) {
    yield* writeExtract(reading, parts, { signal });
    return;
  }
  const known = { question: reading.plan.question, filter, modelId, passages: hits };
  const kept = options.fresh ? undefined : await parts.cache.find(known, parts.askedAt);
  if (kept) {
    for (const citation of kept.citations) yield { type: "citation", citation };
    yield { type: "text", delta: kept.text };
    yield { type: "done", answer: { ...kept, question } };
    return;
  }
  for await (const event of generate({ reading, hits, options }, parts)) {
    if (event.type === "done" && isWhole(event.answer)) await parts.cache.keep(known, event.answer);
    yield event;
  }
}

/** Only a whole answer of a model is worth keeping; an extract is made as fast as it is found. */
function isWhole({ model, notes = [] }: Answer): boolean {
  return model !== undefined && notes.every(({ kind }) => kind === "left-out");
}

interface Generation {
  readonly reading: SourceReading;
  readonly hits: readonly Passage[];
  readonly options: AnswerOptions;
}

async function* generate(
  { reading, hits, options }: Generation,
  parts: GeneratedAnswererParts,
): AsyncGenerator<AnswerEvent> {
  const { generator, clock, retriever, embedder } = parts;
  const { history = [], signal = new AbortController().signal } = options;
  const sourceIds = hits.map(({ document }) => document.sourceId);
  const choice = chooseModel(options, sourceIds, parts.deviceOnly);
  const prepared = prepareRequest({
    question: reading.plan.question,
    hits,
    history,
    window: await generator.window(choice),
    choice,
    signal,
    marker: parts.newMarker(),
    now: clock.now(),
    sourceLabel: parts.sourceLabel,
  });
  const writer = new AnswerWriter({
    passages: prepared.passages,
    citations: parts,
    retriever,
    embedder,
    signal,
  });
  const course: Course = { notes: leftOutNotes(prepared.leftOut) };
  try {
    for await (const event of listen(generator.generate(prepared.request), writer, course)) {
      if (event.type !== "model") course.firstToken ??= clock.now() - reading.begin;
      yield event;
    }
  } catch (error) {
    if (signal.aborted || writer.text !== "") throw error;
    const { code, message } = toPlainError(error);
    const note: AnswerNote = { kind: "no-model", code, text: `No language model answered: ${message}` };
    yield* writeExtract(reading, parts, { signal, notes: [note] });
    return;
  }
  yield* finishAnswer({ reading, writer, passages: prepared.passages, ...course, signal }, parts);
}

/** What is known of an answer as the model goes on. */
interface Course {
  readonly notes: AnswerNote[];
  model?: AnswerModel;
  firstToken?: number;
}

async function* listen(
  events: AsyncIterable<GenerateEvent>,
  writer: AnswerWriter,
  course: Course,
): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type === "model") {
      course.model = toAnswerModel(event.model);
      yield { type: "model", model: course.model };
    } else if (event.type === "text") yield* writer.push(event.delta);
    else if (event.reason === "length") {
      course.notes.push({ kind: "cut-short", text: "The model stopped at its limit" });
    }
  }
  yield* writer.end();
}

function passagesOf(document: Document): readonly Passage[] {
  return document.chunks.map((chunk) => ({ document, chunk, score: 1, keywordScore: 0 }));
}

function leftOutNotes(leftOut: number): AnswerNote[] {
  if (leftOut === 0) return [];
  const passages = leftOut === 1 ? "1 passage" : `${leftOut} passages`;
  return [{ kind: "left-out", text: `${passages} did not fit into the model's window` }];
}

function toAnswerModel({ id, name, locality, host }: ModelInfo): AnswerModel {
  return { id, name, locality, ...(host !== undefined && { host }) };
}
