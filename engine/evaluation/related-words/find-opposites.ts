import { expandLemma } from "../../language/english/related-words/expand-lemma";
import {
  formatWordGraph,
  parseWordGraph,
  type WordGraphDraft,
} from "../../language/english/related-words/word-graph-file";
import type { Synset, WordNet } from "./read-wordnet";

const ANTONYM = "!";
const SIMILAR = "&";

/**
 * The pairs of lemmas that the graph relates although WordNet has them as opposites. Adjectives that are similar to an
 * opposite are opposites, too.
 */
export function findOpposites(
  draft: Omit<WordGraphDraft, "opposites">,
  wordNet: WordNet,
): readonly (readonly [number, number])[] {
  const graph = parseWordGraph(formatWordGraph({ ...draft, opposites: [] }));
  const places = new Map(graph.lemmas.map((lemma, at) => [lemma, at]));
  const related = new Map<number, ReadonlyMap<number, number>>();
  const isRelated = (one: number, other: number) => {
    const own = related.get(one) ?? expandLemma(one, graph);
    related.set(one, own);
    return own.has(other);
  };
  const found = new Map<string, readonly [number, number]>();
  for (const [one, other] of antonyms(wordNet)) {
    const [low, high] = [places.get(one), places.get(other)].sort((a = 0, b = 0) => a - b);
    if (low === undefined || high === undefined || low === high) continue;
    if (isRelated(low, high) || isRelated(high, low)) found.set(`${low} ${high}`, [low, high]);
  }
  return [...found.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

function antonyms({ synsets }: WordNet): readonly (readonly [string, string])[] {
  return [...synsets.values()].flatMap((synset) =>
    synset.pointers
      .filter(({ symbol }) => symbol === ANTONYM)
      .flatMap(({ synset: id, from, to }) => {
        const others = synsets.get(id)?.lemmas ?? [];
        const cluster = clusterOf(synset, synsets).flatMap((one) =>
          others.map((other) => [one, other] as const),
        );
        return [[from ?? "", others[to] ?? ""] as const, ...cluster];
      }),
  );
}

/** Its own lemmas and those of adjectives that are similar. */
function clusterOf(synset: Synset, synsets: ReadonlyMap<string, Synset>): readonly string[] {
  const similar = synset.pointers.filter(({ symbol }) => symbol === SIMILAR);
  return [synset, ...similar.flatMap(({ synset: id }) => synsets.get(id) ?? [])].flatMap(
    ({ lemmas }) => lemmas,
  );
}
