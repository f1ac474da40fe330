import type { AnswerabilityFeatures } from "../../answer/evidence/answerability";
import { assessEvidence, type EvidenceDeps } from "../../answer/evidence/assess-evidence";
import type { Embedder } from "../../embed/embedder";
import { english } from "../../language/english/english";
import type { Clock } from "../../ports/clock";
import type { Retriever } from "../../retrieve/retriever";
import { type CorpusDocument, type CorpusRetriever, indexCorpus } from "../index-corpus";

/** The best statement of a question with its features, and whether it answers its question. */
export interface AnswerabilityExample {
  readonly features: readonly number[];
  readonly answers: boolean;
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

/** Features of a judged statement as numbers. */
export type ToRow = (features: AnswerabilityFeatures) => readonly number[];

export interface CollectOptions {
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly kernel: WebAssembly.Module;
  readonly toRow: ToRow;
}

/**
 * Asks every question twice: with the documents that answer it and without them. A statement answers when its document is
 * one of them.
 */
export async function collectSetExamples(
  { corpus, questions }: AnswerabilitySet,
  { embedder, clock, kernel, toRow }: CollectOptions,
): Promise<readonly AnswerabilityExample[]> {
  const indexed = "retrieve" in corpus ? corpus : await indexCorpus(corpus, { embedder, clock, kernel });
  const deps: Omit<EvidenceDeps, "retriever"> = { language: english, embedder, clock };
  const examples: AnswerabilityExample[] = [];
  const collect = async (question: AnswerabilityQuestion, retriever: Retriever, isAnswerable: boolean) => {
    const { statements } = await assessEvidence(question.text, {}, { ...deps, retriever });
    const best = statements[0];
    if (!best) return;
    const answers = isAnswerable && question.gold.has(best.passage.document.itemId);
    examples.push({ features: toRow(best.features), answers, isAnswerable });
  };
  for (const question of questions) {
    await collect(question, indexed, true);
    await collect(question, indexed.without(question.gold), false);
  }
  return examples;
}
