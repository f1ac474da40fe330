import type { Derivation } from "../../language/english/related-words/word-graph";
import { MAX_MEMBERS } from "../../language/english/related-words/word-graph";
import type { ConceptDraft, WordGraphDraft } from "../../language/english/related-words/word-graph-file";
import { chooseSenses } from "./choose-senses";
import type { Generality } from "./measure-generality";
import { orderConcepts } from "./order-concepts";
import type { Pointer, Synset, WordNet } from "./read-wordnet";

export interface GraphSources {
  readonly wordNet: WordNet;
  readonly generality: Generality;
}

/** A synset with those of its lemmas that are covered and often have this sense. */
interface Draft {
  readonly synset: Synset;
  readonly members: { readonly lemma: string; readonly share: number }[];
}

type Drafts = ReadonlyMap<string, Draft>;

/** By kind of relation, the symbols of WordNet's pointers. */
const HYPERNYM = "@";
const INSTANCE = "@i";
const ENTAILMENT = "*";
const SIMILAR = "&";
const DERIVED: ReadonlySet<string> = new Set(["+", "\\", "<"]);
const ATTRIBUTE: ReadonlySet<string> = new Set(["="]);
const AKIN: ReadonlySet<string> = new Set(["$", ">"]);
/** The lexicographer's file of places: of names only theirs are kept, no people's and no authorities'. */
const PLACES = 15;
const MAX_SHARE = 9;

/** The part of WordNet that relates the given lemmas. */
export function buildWordGraph(
  lemmas: readonly string[],
  sources: GraphSources,
): Omit<WordGraphDraft, "opposites"> {
  const drafts = draftConcepts(lemmas, sources.wordNet);
  const above = new Map([...drafts].map(([id, { synset }]) => [id, findAbove(synset, drafts, sources)]));
  const order = orderConcepts(above).filter((id) => hasRelations(id, { drafts, above }));
  const places = new Map(order.map((id, at) => [id, at]));
  const names = [...new Set(order.flatMap((id) => drafts.get(id)?.members.map(({ lemma }) => lemma) ?? []))];
  const lemmaPlaces = new Map(names.map((lemma, at) => [lemma, at]));
  const concepts = order.map((id, at): ConceptDraft => {
    const { synset, members } = drafts.get(id) as Draft;
    const before = (ids: Iterable<string>) =>
      [...new Set([...ids].flatMap((other) => places.get(other) ?? []))].filter((other) => other < at);
    return {
      partOfSpeech: synset.partOfSpeech,
      reach: sources.generality.reachOf(synset),
      members: members.map(({ lemma, share }) => ({ lemma: lemmaPlaces.get(lemma) ?? 0, share })),
      above: before(above.get(id) ?? []),
      derivations: findDerivations(id, drafts).flatMap(({ synset: other, ...ends }) =>
        before([other]).map((concept) => ({ concept, ...ends })),
      ),
      attributes: before(targetsOf(synset, ATTRIBUTE)),
      akin: before(targetsOf(synset, AKIN)),
    };
  });
  return { lemmas: names, concepts };
}

function draftConcepts(lemmas: readonly string[], wordNet: WordNet): Drafts {
  const drafts = new Map<string, Draft>();
  for (const lemma of lemmas) {
    for (const { synset: id, share } of chooseSenses(lemma, wordNet)) {
      const synset = wordNet.synsets.get(id);
      if (!synset || isNameOfOther(synset)) continue;
      const draft = drafts.get(id) ?? { synset, members: [] };
      draft.members.push({ lemma, share: Math.max(1, Math.min(MAX_SHARE, Math.round(share * MAX_SHARE))) });
      drafts.set(id, draft);
    }
  }
  return drafts;
}

function isNameOfOther({ pointers, domain }: Synset): boolean {
  return domain !== PLACES && pointers.some(({ symbol }) => symbol === INSTANCE);
}

/** False for a concept that relates a word to none. */
function hasRelations(
  id: string,
  { drafts, above }: { readonly drafts: Drafts; readonly above: ReadonlyMap<string, ReadonlySet<string>> },
): boolean {
  const draft = drafts.get(id) as Draft;
  if (draft.members.length > 1 || (above.get(id)?.size ?? 0) > 0) return true;
  return draft.synset.pointers.some(({ synset, symbol }) => drafts.has(synset) && !symbol.startsWith("!"));
}

function targetsOf({ pointers }: Synset, symbols: ReadonlySet<string>): readonly string[] {
  return pointers.filter(({ symbol }) => symbols.has(symbol)).map(({ synset }) => synset);
}

/** The nearest more general concepts that have a lemma and are not too general. */
function findAbove(synset: Synset, drafts: Drafts, sources: GraphSources): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { synset: id } of synset.pointers.filter((pointer) => isUpwards(pointer, synset))) {
    const target = sources.wordNet.synsets.get(id);
    if (!target) continue;
    if (drafts.has(id) && !sources.generality.isGeneral(target)) found.add(id);
    else for (const further of findAbove(target, drafts, sources)) found.add(further);
  }
  return found;
}

/** A head of a cluster of adjectives points to its satellites as they do to it. */
function isUpwards({ symbol }: Pointer, { isSatellite }: Synset): boolean {
  return [HYPERNYM, INSTANCE, ENTAILMENT].includes(symbol) || (symbol === SIMILAR && isSatellite);
}

function findDerivations(
  id: string,
  drafts: Drafts,
): readonly (Omit<Derivation, "concept"> & { readonly synset: string })[] {
  const draft = drafts.get(id) as Draft;
  return draft.synset.pointers.flatMap(({ symbol, synset, from, to }) => {
    const target = drafts.get(synset);
    if (!DERIVED.has(symbol) || !target) return [];
    const ends = {
      from: placeOf(from, draft),
      to: placeOf(target.synset.lemmas[to], target),
    };
    return Math.min(ends.from, ends.to) < 0 || Math.max(ends.from, ends.to) >= MAX_MEMBERS
      ? []
      : [{ synset, ...ends }];
  });
}

function placeOf(lemma: string | undefined, { members }: Draft): number {
  return members.findIndex((member) => member.lemma === lemma);
}
