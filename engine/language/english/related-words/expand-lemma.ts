import {
  type Lists,
  listOf,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  SHARES,
  unpackDerivation,
  type WordGraph,
} from "./word-graph";

/** How surely a word stands for another one of this relation, for words that have one sense. */
const STRENGTHS = {
  synonym: 0.85,
  derived: 0.8,
  attribute: 0.8,
  below: 0.7,
  belowVerb: 0.6,
  akin: 0.6,
  /** Synonyms of what it derives from or gives: "instructor" of "teach". */
  derivedSynonym: 0.6,
  /** The text is more general; of verbs it then tells too little. */
  above: 0.35,
};
/** What each further level of more specific concepts takes. */
const LEVEL_DECAY = 0.96;
/** Levels with more concepts than these are left out: the word is too general. */
const MAX_BELOW = 1500;
/** A word in a sense that it has seldom counts for this much. */
const RARE_SENSE = 0.55;
/** Of a share: a word that is a more specific one in this sense seldom is not meant. */
const MIN_SHARE_BELOW = 2;

/**
 * The lemmas that stand for a lemma, by their positions, with how surely; opposites are never among them. `parts` are the
 * parts of speech that the lemma may be.
 */
export function expandLemma(
  lemma: number,
  graph: WordGraph,
  parts: readonly PartOfSpeech[] = PARTS_OF_SPEECH,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const add = (member: number, strength: number) => {
    const other = Math.floor(member / SHARES);
    const support = strength * suretyOf(member % SHARES);
    if (other !== lemma && support > (found.get(other) ?? 0)) found.set(other, support);
  };
  for (const sense of listOf(graph.senses, lemma)) {
    const concept = Math.floor(sense / SHARES);
    const part = PARTS_OF_SPEECH[graph.partsOfSpeech[concept] ?? 0] ?? "n";
    if (!parts.includes(part)) continue;
    const surety = suretyOf(sense % SHARES);
    visitRelated(concept, { lemma, graph }, (member, strength) => add(member, strength * surety));
  }
  for (const opposite of listOf(graph.opposites, lemma)) found.delete(opposite);
  return found;
}

type Visit = (member: number, strength: number) => void;

function visitRelated(
  concept: number,
  { lemma, graph }: { readonly lemma: number; readonly graph: WordGraph },
  visit: Visit,
): void {
  const visitMembers = (other: number, strength: number) => {
    for (const member of listOf(graph.members, other)) visit(member, strength);
  };
  const visitAll = (lists: Lists, strength: number) => {
    for (const other of listOf(lists, concept)) visitMembers(other, strength);
  };
  visitMembers(concept, STRENGTHS.synonym);
  visitAll(graph.attributes, STRENGTHS.attribute);
  visitAll(graph.akin, STRENGTHS.akin);
  if (!isVerb(concept, graph)) visitAll(graph.above, STRENGTHS.above);
  const own = listOf(graph.members, concept).findIndex((member) => Math.floor(member / SHARES) === lemma);
  for (const packed of listOf(graph.derivations, concept)) {
    const { concept: other, from, to } = unpackDerivation(packed);
    if (from !== own) continue;
    visitMembers(other, STRENGTHS.derivedSynonym);
    visit(listOf(graph.members, other)[to] ?? 0, STRENGTHS.derived);
  }
  visitBelow(concept, graph, visit);
}

function visitBelow(concept: number, graph: WordGraph, visit: Visit): void {
  const nearest = isVerb(concept, graph) ? STRENGTHS.belowVerb : STRENGTHS.below;
  for (const [level, others] of levelsBelow(concept, graph).entries()) {
    const strength = nearest * LEVEL_DECAY ** level;
    for (const other of others) {
      const members = listOf(graph.members, other).filter((member) => member % SHARES >= MIN_SHARE_BELOW);
      for (const member of members) visit(member, strength);
    }
  }
}

function isVerb(concept: number, { partsOfSpeech }: WordGraph): boolean {
  return PARTS_OF_SPEECH[partsOfSpeech[concept] ?? 0] === "v";
}

/** The more specific concepts, the nearest level first, as far as the concept reaches. */
function levelsBelow(concept: number, { below, reaches }: WordGraph): readonly ReadonlySet<number>[] {
  const levels: ReadonlySet<number>[] = [];
  const seen = new Set([concept]);
  let last: ReadonlySet<number> = new Set(seen);
  while (levels.length < (reaches[concept] ?? 0)) {
    const next = [...last].flatMap((one) => [...listOf(below, one)]).filter((one) => !seen.has(one));
    for (const one of next) seen.add(one);
    if (next.length === 0 || seen.size > MAX_BELOW) break;
    last = new Set(next);
    levels.push(last);
  }
  return levels;
}

/** 1 for a word that is mostly used in this sense. */
function suretyOf(share: number): number {
  return Math.min(1, RARE_SENSE + ((1 - RARE_SENSE) * 2 * share) / (SHARES - 1));
}
