import type { Synset, WordNet } from "./read-wordnet";

export interface Generality {
  /** Too general to be asked about by its name: "entity", "act", "person". */
  isGeneral(synset: Synset): boolean;
  /** How many levels of more specific concepts stand for this one. */
  reachOf(synset: Synset): number;
}

/** Numbers of lexicographers' files, see lexnames(5WN). */
const TOPS = 3;
const PERSON = 18;
/** Animals, artifacts, parts of the body, food, places, plants, property, substances and times. */
const CONCRETE: ReadonlySet<number> = new Set([5, 6, 8, 13, 15, 20, 21, 27, 28]);
/** The roots of hierarchies whose names people do ask about. */
const NAMED_TOPS: ReadonlySet<string> = new Set(["animal", "plant", "food"]);
/** Synsets below a concept from which on it is too general. */
const MAX_BELOW = { concrete: 3000, abstract: 1000, person: 350, verb: 120, adjective: 1000 };
const REACH = { concrete: 6, abstract: 3, verb: 2, adjective: 1 };

export function measureGenerality({ synsets }: WordNet): Generality {
  const below = new Map<string, string[]>();
  for (const { id, pointers } of synsets.values()) {
    for (const { symbol, synset } of pointers) {
      if (!symbol.startsWith("@")) continue;
      const own = below.get(synset) ?? [];
      own.push(id);
      below.set(synset, own);
    }
  }
  const counts = new Map<string, number>();
  const isGeneral = (synset: Synset): boolean => {
    const { id, domain, lemmas } = synset;
    if (domain === TOPS) return !lemmas.some((lemma) => NAMED_TOPS.has(lemma));
    const count = counts.get(id) ?? countBelow(id, below);
    counts.set(id, count);
    return count > MAX_BELOW[domain === PERSON ? "person" : kindOf(synset)];
  };
  return { isGeneral, reachOf: (synset) => (isGeneral(synset) ? 0 : REACH[kindOf(synset)]) };
}

function kindOf({ partOfSpeech, domain }: Synset): keyof typeof REACH {
  if (partOfSpeech === "v") return "verb";
  if (partOfSpeech !== "n") return "adjective";
  return domain === TOPS || CONCRETE.has(domain) ? "concrete" : "abstract";
}

function countBelow(id: string, below: ReadonlyMap<string, readonly string[]>): number {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of below.get(next) ?? []) {
      if (found.has(one)) continue;
      found.add(one);
      open.push(one);
    }
  }
  return found.size;
}
