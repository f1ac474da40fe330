import { assessEvidence, type EvidenceDeps } from "../../answer/evidence/assess-evidence";
import type { Embedder } from "../../embed/embedder";
import { english } from "../../language/english/english";
import type { Clock } from "../../ports/clock";
import type { Retriever } from "../../retrieve/retriever";
import { type CorpusDocument, type CorpusRetriever, indexCorpus } from "../index-corpus";

/** A statement with its features, and whether it answers its question. */
export interface AnswerabilityExample {
  readonly features: readonly number[];
  readonly answers: boolean;
  /** The best statement of its question. */
  readonly isBest: boolean;
  /** Whether the collection has an answer at all. */
  readonly isAnswerable: boolean;
}

export interface AnswerabilityQuestion {
  readonly text: string;
  /** Ids of the documents that answer it. */
  readonly gold: ReadonlySet<string>;
}

export interface AnswerabilitySet {
  readonly name: string;
  /** To be indexed, or indexed already. */
  readonly corpus: readonly CorpusDocument[] | CorpusRetriever;
  readonly questions: readonly AnswerabilityQuestion[];
}

export interface CollectOptions {
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly kernel: WebAssembly.Module;
  /** Features of a judged statement as numbers. */
  readonly toRow: (
    features: Awaited<ReturnType<typeof assessEvidence>>["statements"][number]["features"],
  ) => readonly number[];
}

/** Statements of a question that are learned from, best first. */
const STATEMENTS_PER_QUESTION = 3;

/**
 * Asks every question twice: with the documents that answer it and without them. A statement answers when its document is
 * one of them.
 */
export async function collectExamples(
  { corpus, questions }: AnswerabilitySet,
  { embedder, clock, kernel, toRow }: CollectOptions,
): Promise<readonly AnswerabilityExample[]> {
  const indexed = "retrieve" in corpus ? corpus : await indexCorpus(corpus, { embedder, clock, kernel });
  const deps: Omit<EvidenceDeps, "retriever"> = { language: english, embedder, clock };
  const examples: AnswerabilityExample[] = [];
  const collect = async (question: AnswerabilityQuestion, retriever: Retriever, isAnswerable: boolean) => {
    const { statements } = await assessEvidence(question.text, {}, { ...deps, retriever });
    for (const [rank, { features, passage }] of statements.slice(0, STATEMENTS_PER_QUESTION).entries()) {
      const answers = isAnswerable && question.gold.has(passage.document.itemId);
      examples.push({ features: toRow(features), answers, isBest: rank === 0, isAnswerable });
    }
  };
  for (const question of questions) {
    await collect(question, indexed, true);
    await collect(question, indexed.without(question.gold), false);
  }
  return examples;
}
