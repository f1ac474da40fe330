import type { Embedder } from "../../embed/embedder";
import type { Answer } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { Passage } from "../../model/passage";
import type { Clock } from "../../ports/clock";
import type { Retriever } from "../../retrieve/retriever";
import { dotProduct } from "../../util/dot-product";

/** What an answer is looked up by. */
export interface CacheKey {
  readonly question: string;
  readonly filter: Filter | undefined;
  /** Every passage that retrieval found for it: another one, or another version, and the answer no longer holds. */
  readonly passages: readonly Passage[];
  /** Model the person asked for. */
  readonly modelId: string | undefined;
}

/** Answers of models, in memory. */
export interface AnswerCache {
  /** `before`: what was kept at that time or later does not count as cached, milliseconds since the epoch. */
  get(question: CacheKey, before: number): Promise<Answer | undefined>;
  set(question: CacheKey, answer: Answer): Promise<void>;
}

const MAX_ENTRIES = 100;
/** Cosine of two questions that say the same in words that hardly differ. */
const MIN_QUESTION_COSINE = 0.9;
/** Words that every text has, and that make another question all the same. */
const MEANING_CHANGING_WORDS = /\b(?:not|no|never|without|who|when|where|why|how|which)\b|n['’]t\b/gi;

interface CacheEntry {
  readonly normalisedQuestion: string;
  readonly vector: Float32Array;
  readonly fingerprint: string;
  readonly answer: Answer;
  readonly createdAt: number;
}

/**
 * A question is known when it has the content words of an earlier one, in any order and form, and is as near to it
 * as the same question in other function words. What it finds must be what the earlier one found: so any change of a
 * cited document, of the filter, or a new document that belongs to it makes the answer anew.
 */
export function createAnswerCache({
  retriever,
  embedder,
  clock,
}: {
  readonly retriever: Pick<Retriever, "terms">;
  readonly embedder: Embedder;
  readonly clock: Clock;
}): AnswerCache {
  let entries: readonly CacheEntry[] = [];

  return {
    get: async (question, before) => {
      const normalisedQuestion = normaliseQuestion(question.question, retriever);
      const fingerprint = fingerprintOf(question);
      const same = entries.filter(
        (entry) => entry.normalisedQuestion === normalisedQuestion && entry.fingerprint === fingerprint,
      );
      if (same.length === 0) return undefined;
      const vector = await embedder.embedQuery(question.question);
      const entry = same.find((one) => dotProduct(one.vector, vector) >= MIN_QUESTION_COSINE);
      if (!entry) return undefined;
      const { cached: _, ...answer } = entry.answer;
      return entry.createdAt < before ? { ...answer, cached: true } : answer;
    },
    set: async (question, answer) => {
      const entry: CacheEntry = {
        normalisedQuestion: normaliseQuestion(question.question, retriever),
        vector: await embedder.embedQuery(question.question),
        fingerprint: fingerprintOf(question),
        answer,
        createdAt: clock.now(),
      };
      const others = entries.filter(
        ({ normalisedQuestion, fingerprint }) =>
          normalisedQuestion !== entry.normalisedQuestion || fingerprint !== entry.fingerprint,
      );
      entries = [...others, entry].slice(-MAX_ENTRIES);
    },
  };
}

function normaliseQuestion(question: string, retriever: Pick<Retriever, "terms">): string {
  const content = retriever.terms(question).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
  const decisive = (question.match(MEANING_CHANGING_WORDS) ?? []).map((word) => `-${word.toLowerCase()}`);
  return [...new Set([...content, ...decisive])].sort().join(" ");
}

/** A live document has no lasting id, so that its time stands in for its version. */
function fingerprintOf({ filter, passages, modelId }: CacheKey): string {
  const found = passages.map(({ document, chunk }) => {
    const { documentId, sourceId, itemId, updatedAt } = document;
    return [sourceId, itemId, Math.max(0, documentId), updatedAt, chunk.ordinal];
  });
  return JSON.stringify([filter ?? {}, modelId ?? "", found]);
}
