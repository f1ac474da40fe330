import type { Embedder } from "../../../embed/embedder";
import type { Language } from "../../../language/language";
import { dotProduct } from "../../../util/dot-product";
import { countWords } from "../../../util/words";
import type { Unit } from "../read/units";

/** The units below one main heading. */
export interface UnitGroup {
  readonly heading: string;
  readonly start: number;
  readonly units: readonly Unit[];
}

export interface SelectUnitsOptions {
  /** Units wanted in all; every group keeps one even where that makes more. */
  readonly limit: number;
  readonly embedder: Embedder;
  readonly language: Language;
  readonly signal: AbortSignal | undefined;
}

const WEIGHTS = {
  document: 0.5,
  group: 0.3,
  opening: 0.35,
  second: 0.1,
  items: 0.1,
  short: 0.3,
  dependent: 0.25,
};
/** Weight of the similarity with what is selected already. */
const REDUNDANCY = 0.5;
const MIN_WORDS = 4;
const MAX_PER_GROUP = 4;

/**
 * Selects what covers a text best: of every group at least one unit, and more of the long ones. A unit counts more when
 * it is near the centre of the text and of its group and opens its group, less when it repeats what is selected, is
 * short, or depends on the sentence before it.
 */
export async function selectUnits(
  groups: readonly UnitGroup[],
  options: SelectUnitsOptions,
): Promise<readonly UnitGroup[]> {
  const { embedder, signal } = options;
  const texts = groups.flatMap(({ units }) => units.map(textOf));
  const vectors = await embedder.embedPassages(texts, signal);
  const centre = meanOf(vectors);
  const quotas = quotasOf(groups, options.limit);
  const selected: Float32Array[] = [];
  let offset = 0;
  return groups.map((group, position) => {
    const own = vectors.slice(offset, offset + group.units.length);
    offset += group.units.length;
    const scores = scoreUnits(group.units, { vectors: own, centre, language: options.language });
    const picked = pick(scores, own, { count: quotas[position] ?? 1, selected });
    return { ...group, units: group.units.filter((_, index) => picked.has(index)) };
  });
}

function textOf({ text, items }: Unit): string {
  return [text, ...items.map((item) => item.text)].join(" ");
}

/** One for each group, the rest by the number of their units. */
function quotasOf(groups: readonly UnitGroup[], limit: number): readonly number[] {
  const quotas = groups.map(({ units }) => Math.min(1, units.length));
  let left = limit - quotas.reduce((sum, quota) => sum + quota, 0);
  while (left > 0) {
    const needs = groups.map(({ units }, index) => {
      const quota = quotas[index] ?? 0;
      return quota < Math.min(units.length, MAX_PER_GROUP) || groups.length === 1
        ? (units.length - quota) / (quota + 1)
        : 0;
    });
    const most = needs.indexOf(Math.max(...needs));
    if ((needs[most] ?? 0) <= 0) break;
    quotas[most] = (quotas[most] ?? 0) + 1;
    left--;
  }
  return quotas;
}

interface ScoringOptions {
  readonly vectors: readonly Float32Array[];
  readonly centre: Float32Array;
  readonly language: Language;
}

function scoreUnits(
  units: readonly Unit[],
  { vectors, centre, language }: ScoringOptions,
): readonly number[] {
  const groupCentre = meanOf(vectors);
  return units.map((unit, index) => {
    const vector = vectors[index] ?? new Float32Array(centre.length);
    const isDependent = index > 0 && language.texts.anaphoricOpening.test(unit.text);
    return (
      WEIGHTS.document * dotProduct(vector, centre) +
      WEIGHTS.group * dotProduct(vector, groupCentre) +
      (index === 0 ? WEIGHTS.opening : index === 1 ? WEIGHTS.second : 0) +
      (unit.kind === "items" ? WEIGHTS.items : 0) -
      (countWords(textOf(unit)) < MIN_WORDS ? WEIGHTS.short : 0) -
      (isDependent ? WEIGHTS.dependent : 0)
    );
  });
}

/** Maximal marginal relevance; adds to `selected`. */
function pick(
  scores: readonly number[],
  vectors: readonly Float32Array[],
  { count, selected }: { readonly count: number; readonly selected: Float32Array[] },
): ReadonlySet<number> {
  const picked = new Set<number>();
  while (picked.size < Math.min(count, scores.length)) {
    const gains = scores.map((score, index) => {
      const vector = vectors[index];
      if (picked.has(index) || !vector) return -Infinity;
      return score - REDUNDANCY * Math.max(0, ...selected.map((other) => dotProduct(vector, other)));
    });
    const best = gains.indexOf(Math.max(...gains));
    const vector = vectors[best];
    if (!vector) break;
    picked.add(best);
    selected.push(vector);
  }
  return picked;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (vector[index] ?? 0);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((value) => value / length);
}
