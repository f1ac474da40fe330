import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import { wordsOf } from "../../util/words";
import type { QuestionAnalysis } from "./question-words";
import type { ScoredStatement } from "./score-statements";
import { textWithoutContext } from "./text-without-context";
import { weightedMean } from "./weighted-mean";
import { supportOfVariants } from "./word-variants";

/** Of these the words that the question has and they lack are compared by meaning. */
const MAX_COMPARED = 16;
/** Below it a word is compared by meaning. */
const MIN_SUPPORT = 0.85;
/** The cosine of two words that have nothing to do with each other, and of two that mean the same. */
const COSINES = { unrelated: 0.25, same: 0.6 };
/** What a word of a similar vector counts at most. */
const SIMILAR_SUPPORT = 0.7;

export interface RelatedDeps {
  readonly language: Language;
  readonly embedder: Embedder;
  readonly signal?: AbortSignal;
  /** By candidate, by word; changed. */
  readonly supports: readonly number[][];
  /** The same in the statements alone. */
  readonly ownSupports: readonly number[][];
}

/** Raises the support of words for which the best candidates have one of the same or a narrower meaning. */
export async function addRelatedWords(
  { words, language }: QuestionAnalysis,
  candidates: readonly ScoredStatement[],
  deps: RelatedDeps,
): Promise<void> {
  const texts = candidates.slice(0, MAX_COMPARED).map(textWithoutContext);
  const wordsOfTexts = texts.map(wordsOf);
  const related = await deps.language.relatedWords();
  for (const [position, { word, nouns }] of words.entries()) {
    const isSupported = texts.every((_, at) => (deps.supports[at]?.[position] ?? 0) >= MIN_SUPPORT);
    if (isSupported || /\p{N}/u.test(word)) continue;
    // Vectors cannot tell a word from its opposite: they count only where the words that mean the same are not known.
    const isKnown = related.relatedTo(word).size > 0;
    const similarities = isKnown ? [] : await similaritiesOf(word, texts, deps);
    for (const [at, textWords] of wordsOfTexts.entries()) {
      const likeness = Math.max(
        similarities[at] ?? 0,
        related.supportIn(word, textWords),
        supportOfVariants(word, textWords, { language, nouns }),
      );
      raise(deps.supports[at], position, likeness);
      raise(deps.ownSupports[at], position, likeness);
    }
  }
}

function raise(support: number[] | undefined, position: number, value: number): void {
  if (support) support[position] = Math.max(support[position] ?? 0, value);
}

/** How much each text supports a word by the vectors of its tokens. */
async function similaritiesOf(
  word: string,
  texts: readonly string[],
  { embedder, signal }: Pick<RelatedDeps, "embedder" | "signal">,
): Promise<readonly number[]> {
  const matches = await embedder.matchTokens?.(word, texts, signal);
  return texts.map((_, at) => {
    const cosine = matches ? weightedMean(matches.nearest[at], matches.weights) : 0;
    const likeness = (cosine - COSINES.unrelated) / (COSINES.same - COSINES.unrelated);
    return SIMILAR_SUPPORT * Math.max(0, Math.min(1, likeness));
  });
}
