import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import type { Answer } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { Passage } from "../../model/passage";
import type { Clock } from "../../ports/clock";
import type { Retriever } from "../../retrieve/retriever";
import { dotProduct } from "../../util/dot-product";

/** The inputs of an answer. */
export interface CacheKey {
  readonly question: string;
  readonly filter: Filter | undefined;
  /** Every passage that was retrieved: another passage, or another version of one, makes the answer stale. */
  readonly passages: readonly Passage[];
  /** The model that the person chose. */
  readonly modelId: string | undefined;
}

/** Answers of models, in memory. */
export interface AnswerCache {
  /** An answer that was stored before `before`, in milliseconds since the epoch, is marked as cached. */
  get(key: CacheKey, before: number): Promise<Answer | undefined>;
  set(key: CacheKey, answer: Answer): Promise<void>;
}

const MAX_ENTRIES = 100;
/** Two questions with the same content words and this cosine ask for the same. */
const MIN_QUESTION_COSINE = 0.9;

interface CacheEntry {
  readonly normalisedQuestion: string;
  readonly vector: Float32Array;
  readonly fingerprint: string;
  readonly answer: Answer;
  readonly createdAt: number;
}

/**
 * An answer is found again for a question with the same content words, in any order and form, and nearly the same vector,
 * which allows for other function words. Retrieval must find the same passages: a change of a found document, a new one
 * among them, or another filter makes a new answer.
 */
export function createAnswerCache({
  language,
  retriever,
  embedder,
  clock,
}: {
  readonly language: Language;
  readonly retriever: Pick<Retriever, "terms">;
  readonly embedder: Embedder;
  readonly clock: Clock;
}): AnswerCache {
  let entries: readonly CacheEntry[] = [];

  /** The content words of a question, and those of its other words that change its meaning, in a fixed order. */
  function normaliseQuestion(question: string): string {
    const content = retriever.terms(question).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
    const decisive = question.match(language.questions.meaningChangingWords) ?? [];
    return [...new Set([...content, ...decisive.map((word) => `-${word.toLowerCase()}`)])].sort().join(" ");
  }

  return {
    get: async (key, before) => {
      const normalisedQuestion = normaliseQuestion(key.question);
      const fingerprint = fingerprintOf(key);
      const candidates = entries.filter(
        (entry) => entry.normalisedQuestion === normalisedQuestion && entry.fingerprint === fingerprint,
      );
      if (candidates.length === 0) return undefined;
      const vector = await embedder.embedQuery(key.question);
      const entry = candidates.find((one) => dotProduct(one.vector, vector) >= MIN_QUESTION_COSINE);
      if (!entry) return undefined;
      const { cached: _, ...answer } = entry.answer;
      return entry.createdAt < before ? { ...answer, cached: true } : answer;
    },
    set: async (key, answer) => {
      const entry: CacheEntry = {
        normalisedQuestion: normaliseQuestion(key.question),
        vector: await embedder.embedQuery(key.question),
        fingerprint: fingerprintOf(key),
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

/** A live document has no lasting id: its time identifies its version. */
function fingerprintOf({ filter, passages, modelId }: CacheKey): string {
  const found = passages.map(({ document, chunk }) => {
    const { documentId, sourceId, itemId, updatedAt } = document;
    return [sourceId, itemId, Math.max(0, documentId), updatedAt, chunk.ordinal];
  });
  return JSON.stringify([filter ?? {}, modelId ?? "", found]);
}
