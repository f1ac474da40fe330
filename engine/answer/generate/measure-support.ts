import type { Embedder } from "../../embed/embedder";
import type { Passage } from "../../model/passage";
import type { Retriever } from "../../retrieve/retriever";
import { proseText } from "../prose-text";
import { splitPassage } from "../split-passage";

/** A statement and a stretch `[start, end)` of a passage's document that may bear it out. */
export interface Support {
  readonly start: number;
  readonly end: number;
  /** 0..1. */
  readonly score: number;
}

export interface SupportTools {
  readonly retriever: Pick<Retriever, "terms">;
  readonly embedder: Embedder;
  readonly signal?: AbortSignal | undefined;
}

const SHARE = { words: 0.6, vector: 0.4 };
/**
 * Sentences of people's answers over a development set reach it against their reference passages in 93 %, against
 * any other passage in 1 %.
 */
export const LEAST_SUPPORT = 0.4;
/** A number that stands for itself: a year, an amount, a percentage. */
const NUMBER = /\d+(?:[.,:]\d+)*/g;

/** How far a passage bears a statement out: by words in all of it, and by the sentence nearest to it. */
export async function measureSupport(
  statement: string,
  passage: Passage,
  { retriever, embedder, signal }: SupportTools,
): Promise<Support> {
  const { document, chunk } = passage;
  const units = splitPassage(passage);
  const words = units.map(({ start, end }) => proseText(document, start, end));
  const [vector, ...vectors] = await embedder.embedPassages([statement, ...words], signal);
  const whole = [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n");
  const wanted = contentTerms(statement, retriever);
  const inPassage = shareIn(whole, wanted, retriever);
  const near = units.map(({ start, end }, at) => {
    const cosine = Math.max(0, dot(vector, vectors[at]));
    return {
      start,
      end,
      cosine,
      own: SHARE.words * shareIn(words[at] ?? "", wanted, retriever) + SHARE.vector * cosine,
    };
  });
  const nearest = near.reduce((a, b) => (b.own > a.own ? b : a), near[0] ?? { ...chunk, cosine: 0, own: 0 });
  const cosine = Math.max(nearest.cosine, 0);
  const score = saysOtherNumbers(statement, whole) ? 0 : SHARE.words * inPassage + SHARE.vector * cosine;
  return { start: nearest.start, end: nearest.end, score };
}

/** A statement with a number that the passage does not have says something else, however alike the words are. */
function saysOtherNumbers(statement: string, passage: string): boolean {
  const known = new Set(passage.match(NUMBER));
  return (statement.match(NUMBER) ?? []).some((number) => number.length > 1 && !known.has(number));
}

function contentTerms(text: string, retriever: Pick<Retriever, "terms">): readonly string[] {
  return retriever.terms(text).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
}

function shareIn(text: string, wanted: readonly string[], retriever: Pick<Retriever, "terms">): number {
  if (wanted.length === 0) return 0;
  const own = new Set(retriever.terms(text).map(({ term }) => term));
  return wanted.filter((term) => own.has(term)).length / wanted.length;
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a && b ? a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) : 0;
}
