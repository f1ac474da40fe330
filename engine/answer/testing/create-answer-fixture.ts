import { english } from "../../language/english/english";
import type { Answer, AnswerEvent } from "../../model/answer";
import type { Document } from "../../model/document";
import type { Passage } from "../../model/passage";
import {
  createFakeGenerator,
  type FakeGeneratorOptions,
  type FakePiece,
} from "../../testing/fakes/fake-generator";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { wordEmbedder } from "../../testing/fakes/word-embedder";
import { documentFixture } from "../../testing/fixtures";
import { DAY_MS } from "../../util/durations";
import type { AnswerOptions } from "../answerer";
import { createAnswerCache } from "../generate/answer-cache";
import { createGeneratedAnswerer } from "../generate/create-generated-answerer";

const NOW = Date.UTC(2026, 10, 20);
export const QUESTION = "Who gives approval for flights?";

/** A document of one chunk, as many days old as its id. */
export function passage(documentId: number, text: string, fields: Partial<Document> = {}): Passage {
  const chunk = { ordinal: 0, start: 0, end: text.length, headings: [] };
  const document = documentFixture({
    chunks: [chunk],
    documentId,
    itemId: `item-${documentId}`,
    text,
    format: "markdown",
    updatedAt: NOW - documentId * DAY_MS,
    ...fields,
  });
  return { document, chunk, score: 1, keywordScore: 5, vectorScore: 0.5 };
}

export const travel = passage(
  1,
  "Flights need approval by the office manager. Trains are booked in second class.",
);
export const finance = passage(2, "Approval of flights takes three days at the finance team.");

export interface AnswerFixtureOptions extends FakeGeneratorOptions {
  readonly passages?: readonly Passage[];
  readonly deviceOnly?: readonly string[];
  readonly focusedDocument?: Document;
}

/** A model that answers from these passages. */
export function createAnswerFixture({
  passages = [travel, finance],
  deviceOnly = [],
  focusedDocument,
  ...model
}: AnswerFixtureOptions = {}) {
  let found = passages;
  const retriever = {
    ...createFakeRetriever(passages),
    retrieve: async (question: string) => createFakeRetriever(found).retrieve(question),
  };
  let time = NOW;
  const clock = { now: () => time++ };
  const generator = createFakeGenerator(model);
  const cache = createAnswerCache({ language: english, retriever, embedder: wordEmbedder, clock });
  let markers = 0;
  const events = async (question = QUESTION, options: AnswerOptions = {}) => {
    const answerer = createGeneratedAnswerer({
      retriever,
      embedder: wordEmbedder,
      clock,
      language: english,
      yieldToOthers: async () => {},
      scopePhrase: "in your sources",
      sourceLabel: (sourceId) => `Label of ${sourceId}`,
      readerUrl: "atlas:reader",
      generator,
      cache,
      createMarker: () => `marker-${markers++}`,
      deviceOnly: new Set(deviceOnly),
      focusedDocument,
      askedAt: clock.now(),
    });
    const all: AnswerEvent[] = [];
    for await (const event of answerer.answer(question, options)) all.push(event);
    return all;
  };
  const ask = async (question?: string, options?: AnswerOptions): Promise<Answer> => {
    const last = (await events(question, options)).at(-1);
    if (last?.type !== "done") throw new Error("The answer did not end");
    return last.answer;
  };
  const setPassages = (replacement: readonly Passage[]) => {
    found = replacement;
  };
  return { events, ask, generator, change: setPassages };
}

/** A model that replies with these pieces. */
export const respondWith = (...pieces: FakePiece[]) => ({ respond: () => pieces });
