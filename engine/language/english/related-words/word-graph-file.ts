import {
  type Derivation,
  ListBuilder,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  packDerivation,
  SHARES,
  unpackDerivation,
  type WordGraph,
} from "./word-graph";

/** A word graph in strings, which load and parse faster than arrays. Numbers have base 36. */
export interface WordGraphFile {
  /** In the order of their first concepts. */
  readonly lemmas: string;
  /** Concepts by ";", their fields by ",": kind and members, then one field a relation, each stored on the later one. */
  readonly concepts: string;
  /** Pairs of lemmas by ";". */
  readonly opposites: string;
}

/** A concept to be written. It refers to concepts before it only. */
export interface ConceptDraft {
  readonly partOfSpeech: PartOfSpeech;
  readonly reach: number;
  readonly members: readonly { readonly lemma: number; readonly share: number }[];
  readonly above: readonly number[];
  readonly derivations: readonly Derivation[];
  readonly attributes: readonly number[];
  readonly akin: readonly number[];
}

export interface WordGraphDraft {
  /** In the order of their first concepts. */
  readonly lemmas: readonly string[];
  /** In an order in which the last concept above each mostly is that of the one before, or follows it. */
  readonly concepts: readonly ConceptDraft[];
  readonly opposites: readonly (readonly [number, number])[];
}

const BASE = 36;
const REACHES = 8;

/** The inverse of `parseWordGraph`. Small numbers are frequent in it, which compresses well. */
export function formatWordGraph({ lemmas, concepts, opposites }: WordGraphDraft): WordGraphFile {
  let nextLemma = 0;
  let lastAbove = 0;
  const format = (concept: ConceptDraft, at: number): string => {
    const [kind, members] = [
      kindOf(concept),
      concept.members.map(({ lemma, share }) => {
        if (lemma !== nextLemma) return (lemma + 1) * SHARES + share;
        nextLemma++;
        return share;
      }),
    ];
    const [last, ...others] = [...concept.above].sort((a, b) => b - a);
    const above =
      last === undefined ? [] : [toUnsigned(last - lastAbove), ...others.map((other) => last - other)];
    lastAbove = last ?? lastAbove;
    const distances = (others: readonly number[]) => others.map((other) => at - other);
    const derivations = concept.derivations.map((one) =>
      packDerivation({ ...one, concept: at - one.concept }),
    );
    const fields = [
      [kind, ...members],
      above,
      derivations,
      distances(concept.attributes),
      distances(concept.akin),
    ];
    return fields.map(formatNumbers).join(",").replace(/,+$/, "");
  };
  return {
    lemmas: lemmas.join(" "),
    concepts: concepts.map(format).join(";"),
    opposites: opposites.map(formatNumbers).join(";"),
  };
}

function kindOf({ partOfSpeech, reach }: ConceptDraft): number {
  return PARTS_OF_SPEECH.indexOf(partOfSpeech) * REACHES + reach;
}

function formatNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => number.toString(BASE)).join(" ");
}

/** Parses a graph and adds the other direction of its relations. */
export function parseWordGraph({ lemmas, concepts, opposites }: WordGraphFile): WordGraph {
  const lists = createLists();
  const names = lemmas.split(" ");
  const kinds: number[] = [];
  let nextLemma = 0;
  let lastAbove = 0;
  const addMember = (at: number, number: number) => {
    const lemma = number < SHARES ? nextLemma++ : Math.floor(number / SHARES) - 1;
    lists.members.add(at, lemma * SHARES + (number % SHARES));
    lists.senses.add(lemma, at * SHARES + (number % SHARES));
  };
  const addAbove = (at: number, number: number, order: number) => {
    if (order === 0) lastAbove += toSigned(number);
    const other = order === 0 ? lastAbove : lastAbove - number;
    lists.above.add(at, other);
    lists.below.add(other, at);
  };
  const addDerivation = (at: number, number: number) => {
    const { concept: distance, from, to } = unpackDerivation(number);
    lists.derivations.add(at, packDerivation({ concept: at - distance, from, to }));
    lists.derivations.add(at - distance, packDerivation({ concept: at, from: to, to: from }));
  };
  const addBoth = (list: ListBuilder) => (at: number, distance: number) => {
    list.add(at, at - distance);
    list.add(at - distance, at);
  };
  const fields = [
    (at: number, number: number, order: number) => (order === 0 ? kinds.push(number) : addMember(at, number)),
    addAbove,
    addDerivation,
    addBoth(lists.attributes),
    addBoth(lists.akin),
  ];
  scanNumbers(concepts, (number, { row, field, order }) => fields[field]?.(row, number, order));
  readOpposites(opposites, lists.opposites);
  const count = kinds.length;
  return {
    lemmas: names,
    partsOfSpeech: Uint8Array.from(kinds, (kind) => Math.floor(kind / REACHES)),
    reaches: Uint8Array.from(kinds, (kind) => kind % REACHES),
    members: lists.members.toLists(count),
    senses: lists.senses.toLists(names.length),
    above: lists.above.toLists(count),
    below: lists.below.toLists(count),
    derivations: lists.derivations.toLists(count),
    attributes: lists.attributes.toLists(count),
    akin: lists.akin.toLists(count),
    opposites: lists.opposites.toLists(names.length),
  };
}

function createLists() {
  return {
    members: new ListBuilder(),
    senses: new ListBuilder(),
    above: new ListBuilder(),
    below: new ListBuilder(),
    derivations: new ListBuilder(),
    attributes: new ListBuilder(),
    akin: new ListBuilder(),
    opposites: new ListBuilder(),
  };
}

function readOpposites(text: string, list: ListBuilder): void {
  let first = 0;
  scanNumbers(text, (lemma, { order }) => {
    if (order === 0) first = lemma;
    else {
      list.add(first, lemma);
      list.add(lemma, first);
    }
  });
}

/** Where a number stands. */
interface Place {
  readonly row: number;
  readonly field: number;
  /** Within the field. */
  readonly order: number;
}

const COMMA = ",".charCodeAt(0);
const SEMICOLON = ";".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const TEN = "a".charCodeAt(0) - 10;

/** Reads numbers without making a string for each. */
function scanNumbers(text: string, visit: (number: number, place: Place) => void): void {
  const place = { row: 0, field: 0, order: 0 };
  let number = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? SEMICOLON : text.charCodeAt(at);
    if (code > TEN || (code >= ZERO && code < SEMICOLON)) {
      number = Math.max(0, number) * BASE + code - (code > TEN ? TEN : ZERO);
      continue;
    }
    if (number >= 0) visit(number, place);
    number = -1;
    move(place, code);
  }
}

/** Past a separator. */
function move(place: { row: number; field: number; order: number }, separator: number): void {
  place.order = separator === COMMA || separator === SEMICOLON ? 0 : place.order + 1;
  if (separator === COMMA) place.field++;
  if (separator !== SEMICOLON) return;
  place.row++;
  place.field = 0;
}

/** Zigzag: 0, -1, 1, -2, 2 are 0 to 4. */
function toUnsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function toSigned(number: number): number {
  return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
}
