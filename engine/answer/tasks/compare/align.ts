import type { Embedder } from "../../../embed/embedder";
import { dotProduct } from "../../../util/dot-product";
import { alphanumericRuns } from "../../../util/words";
import type { Unit } from "../read/units";
import type { Fact } from "./read-facts";

/** What both sides say to one thing; a side that says nothing is absent. */
export interface Aligned<Side> {
  readonly left?: Side;
  readonly right?: Side;
}

/** From this similarity two sentences are about the same. */
const MIN_SIMILARITY = 0.55;

/** Facts with the same label and field, in the order of the left side; those of one side alone follow. */
export function alignFacts(left: readonly Fact[], right: readonly Fact[]): readonly Aligned<Fact>[] {
  const rights = new Map(right.map((fact) => [keyOf(fact), fact]));
  const pairs = [...new Map(left.map((fact) => [keyOf(fact), fact]))].map(([key, fact]): Aligned<Fact> => {
    const other = rights.get(key);
    rights.delete(key);
    return { left: fact, ...(other && { right: other }) };
  });
  return [...pairs, ...[...rights.values()].map((fact) => ({ right: fact }))];
}

export interface AlignOptions {
  readonly embedder: Embedder;
  readonly signal: AbortSignal | undefined;
  /** The names of the sides, which differ in sentences on the same. */
  readonly names: readonly string[];
}

/** Sentences paired with the most similar ones of the other side, each once, in the order of the left side. */
export async function alignSentences(
  left: readonly Unit[],
  right: readonly Unit[],
  { embedder, signal, names }: AlignOptions,
): Promise<readonly Aligned<Unit>[]> {
  const ignored = new Set(names.flatMap(wordsIn));
  const texts = [...left, ...right].map(({ text }) => wordsIn(text).filter((word) => !ignored.has(word)));
  const vectors = await embedder.embedPassages(
    texts.map((words) => words.join(" ")),
    signal,
  );
  const similarity = (one: number, other: number): number => {
    const [a, b] = [vectors[one], vectors[other]];
    return a && b ? Math.max(dotProduct(a, b), jaccard(texts[one] ?? [], texts[other] ?? [])) : 0;
  };
  const matches = left
    .flatMap((_, one) =>
      right.map((__, other) => ({ one, other, score: similarity(one, left.length + other) })),
    )
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { one, other } of matches) {
    if (partners.has(one) || taken.has(other)) continue;
    partners.set(one, other);
    taken.add(other);
  }
  const pairs = left.map((unit, one): Aligned<Unit> => {
    const match = right[partners.get(one) ?? -1];
    return { left: unit, ...(match && { right: match }) };
  });
  return [...pairs, ...right.flatMap((unit, other) => (taken.has(other) ? [] : [{ right: unit }]))];
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

/** Sentences that differ in their numbers are about the same. */
function wordsIn(text: string): readonly string[] {
  return alphanumericRuns(text.toLowerCase()).filter((word) => !/\p{N}/u.test(word));
}

function keyOf({ label, field }: Fact): string {
  return [label, field].map((words) => alphanumericRuns(words.toLowerCase()).join(" ")).join(" | ");
}
