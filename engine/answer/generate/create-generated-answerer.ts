import { tokensSpentOnThinking } from "../../errors/thinking-limit-error";
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
import { stripInvisible } from "../safety/strip-invisible";
import type { TaskDeps } from "../tasks/task";
import { statusOfDocument } from "../versions/status-of";
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
    statusOf: (document) =>
      statusOfDocument(document, evidence.versions.compared, { language, now: clock.now() }),
  });
  const progress: GenerationProgress = {
    createWriter: () =>
      new AnswerWriter({
        passages: prepared.passages,
        citations: deps,
        language,
        retriever,
        embedder,
        signal,
      }),
    notes: leftOutNotes(prepared.leftOut, language),
  };
  try {
    for await (const event of toAnswerEvents(generator.generate(prepared.request), progress, language)) {
      const isAnswer = event.type === "text" || event.type === "citation";
      if (isAnswer) progress.firstToken ??= clock.now() - evidence.startedAt;
      yield event;
    }
  } catch (error) {
    if (signal.aborted || hasText(progress.writer)) throw error;
    const { intent, filter } = options;
    const notes = [toNoModelNote(error, language)];
    yield* answerWithoutModel(evidence, deps, { intent, filter, signal, notes });
    return;
  }
  const { writer = progress.createWriter() } = progress;
  const { intent, filter } = options;
  const draft = { evidence, ...progress, writer, passages: prepared.passages, intent, filter, signal };
  yield* finishAnswer(draft, deps);
}

/** What is known of an answer while it is generated. */
interface GenerationProgress {
  readonly createWriter: () => AnswerWriter;
  readonly notes: AnswerNote[];
  writer?: AnswerWriter;
  model?: AnswerModel;
  firstToken?: number;
}

async function* toAnswerEvents(
  events: AsyncIterable<GenerateEvent>,
  progress: GenerationProgress,
  language: Language,
): AsyncGenerator<AnswerEvent> {
  let writer = progress.createWriter();
  for await (const event of events) {
    if (event.type === "model" || event.type === "retract") {
      // What was written so far is no part of the answer.
      writer = progress.createWriter();
      progress.writer = writer;
    }
    if (event.type === "model") {
      progress.model = toAnswerModel(event.model);
      yield { type: "model", model: progress.model };
    } else if (event.type === "text") yield* writer.push(event.delta);
    else if (event.type === "finish") progress.notes.push(...limitNotes(event, language));
    else if (event.type === "reasoning") yield { ...event, delta: stripInvisible(event.delta) };
    else yield event;
  }
  yield* writer.end();
}

function hasText(writer: AnswerWriter | undefined): boolean {
  return writer !== undefined && writer.text.trim() !== "";
}

/** Why no model answered. */
function toNoModelNote(error: unknown, { sentences }: Language): AnswerNote {
  const { code, message } = toPlainError(error);
  const tokens = tokensSpentOnThinking(error);
  if (tokens !== undefined) return { kind: "thinking-limit", code, text: sentences.spentOnThinking(tokens) };
  return { kind: "no-model", code, text: sentences.noModel(message) };
}

/** The note on an answer that reached the limit; most of it may have been spent on thinking. */
function limitNotes(
  { reason, usage }: Extract<GenerateEvent, { type: "finish" }>,
  { sentences }: Language,
): readonly AnswerNote[] {
  if (reason !== "length") return [];
  const { outputTokens, reasoningTokens = 0 } = usage;
  return reasoningTokens * 2 > outputTokens
    ? [{ kind: "thinking-limit", text: sentences.spentOnThinking(reasoningTokens) }]
    : [{ kind: "cut-short", text: sentences.cutShort }];
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
