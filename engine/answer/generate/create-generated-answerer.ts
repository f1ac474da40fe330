import { toPlainError } from "../../errors/to-plain-error";
import type { Language } from "../../language/language";
import type { GenerateEvent, Generator } from "../../llm/generator";
import type { ModelInfo } from "../../llm/model-provider";
import type { Answer, AnswerEvent, AnswerModel, AnswerNote } from "../../model/answer";
import type { Document } from "../../model/document";
import type { Passage } from "../../model/passage";
import { answerWithoutModel } from "../answer-without-model";
import type { Answerer, AnswerOptions } from "../answerer";
import { assessEvidence, type Evidence } from "../evidence/assess-evidence";
import type { TaskDeps } from "../tasks/task";
import type { AnswerCache } from "./answer-cache";
import { AnswerWriter } from "./answer-writer";
import { chooseModel } from "./choose-model";
import { finishAnswer } from "./finish-answer";
import { prepareRequest } from "./prompt/prepare-request";

export interface GeneratedAnswererDeps extends TaskDeps {
  readonly generator: Generator;
  readonly cache: AnswerCache;
  /** Returns an unguessable string, a new one each time. */
  readonly createMarker: () => string;
  /** Ids of sources that may not be sent to a cloud. */
  readonly deviceOnly: ReadonlySet<string>;
  /** When the question was asked, in milliseconds since the epoch. Answers made since are not marked as cached. */
  readonly askedAt: number;
}

/** Passages retrieved beyond those that an extractive answer reads. */
const EXTRA_PASSAGES = 12;

/**
 * Answers with a language model, from passages, cited and verified. Answers without one, when the model fails before its
 * first text, or when no claim of its text is supported. Asks no model when the evidence is too low, or for help.
 * Rejects when a model fails after its first text.
 */
export function createGeneratedAnswerer(deps: GeneratedAnswererDeps): Answerer {
  return { answer: (question, options = {}) => answer(deps, question, options) };
}

async function* answer(
  deps: GeneratedAnswererDeps,
  question: string,
  options: AnswerOptions,
): AsyncGenerator<AnswerEvent> {
  const { signal, filter, modelId, intent } = options;
  const evidence = await assessEvidence(question, { ...options, extraPassages: EXTRA_PASSAGES }, deps);
  const hits =
    deps.focusedDocument && deps.language.questions.asksForOverview.test(question)
      ? passagesOf(deps.focusedDocument)
      : evidence.passages;
  const isInsufficient = hits === evidence.passages && !evidence.isSufficientForModel;
  if (isInsufficient || intent?.kind === "help") {
    yield* answerWithoutModel(evidence, deps, { intent, filter, signal });
    return;
  }
  const cacheKey = { question: evidence.plan.question, filter, modelId, passages: hits };
  const cached = options.fresh ? undefined : await deps.cache.get(cacheKey, deps.askedAt);
  if (cached) {
    for (const citation of cached.citations) yield { type: "citation", citation };
    yield { type: "text", delta: cached.text };
    yield { type: "done", answer: { ...cached, question } };
    return;
  }
  for await (const event of generate({ evidence, hits, options }, deps)) {
    if (event.type === "done" && isCacheable(event.answer)) await deps.cache.set(cacheKey, event.answer);
    yield event;
  }
}

/** Only a complete answer of a model is cached: an extractive one takes no longer to make than to look up. */
function isCacheable({ model, notes = [] }: Answer): boolean {
  return model !== undefined && notes.every(({ kind }) => kind === "left-out");
}

interface Generation {
  readonly evidence: Evidence;
  readonly hits: readonly Passage[];
  readonly options: AnswerOptions;
}

async function* generate(
  { evidence, hits, options }: Generation,
  deps: GeneratedAnswererDeps,
): AsyncGenerator<AnswerEvent> {
  const { generator, clock, language, retriever, embedder } = deps;
  const { history = [], signal = new AbortController().signal } = options;
  const sourceIds = hits.map(({ document }) => document.sourceId);
  const choice = chooseModel(options, sourceIds, deps.deviceOnly);
  const prepared = prepareRequest({
    question: evidence.plan.question,
    hits,
    history,
    window: await generator.window(choice),
    choice,
    signal,
    language,
    marker: deps.createMarker(),
    now: clock.now(),
    sourceLabel: deps.sourceLabel,
  });
  const writer = new AnswerWriter({
    passages: prepared.passages,
    citations: deps,
    language,
    retriever,
    embedder,
    signal,
  });
  const progress: GenerationProgress = { notes: leftOutNotes(prepared.leftOut, language) };
  try {
    for await (const event of toAnswerEvents(generator.generate(prepared.request), {
      writer,
      progress,
      language,
    })) {
      if (event.type !== "model") progress.firstToken ??= clock.now() - evidence.startedAt;
      yield event;
    }
  } catch (error) {
    if (signal.aborted || writer.text !== "") throw error;
    const { code, message } = toPlainError(error);
    const note: AnswerNote = { kind: "no-model", code, text: language.sentences.noModel(message) };
    const { intent, filter } = options;
    yield* answerWithoutModel(evidence, deps, { intent, filter, signal, notes: [note] });
    return;
  }
  const { intent, filter } = options;
  const draft = { evidence, writer, passages: prepared.passages, ...progress, intent, filter, signal };
  yield* finishAnswer(draft, deps);
}

/** What is known of an answer while it is generated. */
interface GenerationProgress {
  readonly notes: AnswerNote[];
  model?: AnswerModel;
  firstToken?: number;
}

interface GenerationState {
  readonly writer: AnswerWriter;
  readonly progress: GenerationProgress;
  readonly language: Language;
}

async function* toAnswerEvents(
  events: AsyncIterable<GenerateEvent>,
  { writer, progress, language }: GenerationState,
): AsyncGenerator<AnswerEvent> {
  for await (const event of events) {
    if (event.type === "model") {
      progress.model = toAnswerModel(event.model);
      yield { type: "model", model: progress.model };
    } else if (event.type === "text") yield* writer.push(event.delta);
    else if (event.reason === "length") {
      progress.notes.push({ kind: "cut-short", text: language.sentences.cutShort });
    }
  }
  yield* writer.end();
}

function passagesOf(document: Document): readonly Passage[] {
  return document.chunks.map((chunk) => ({ document, chunk, score: 1, keywordScore: 0 }));
}

function leftOutNotes(leftOut: number, { sentences }: Language): AnswerNote[] {
  return leftOut === 0 ? [] : [{ kind: "left-out", text: sentences.leftOut(leftOut) }];
}

function toAnswerModel({ id, name, locality, host }: ModelInfo): AnswerModel {
  return { id, name, locality, ...(host !== undefined && { host }) };
}
