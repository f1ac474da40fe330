/** What a set of synonyms points to, by the symbols of WordNet's data files. */
export type PointerSymbol = string;

export interface Pointer {
  readonly symbol: PointerSymbol;
  /** The synset it points to: a letter for the part of speech and the place in the data file. */
  readonly synset: string;
  /** The lemma that it starts from; undefined where it holds for the whole synset. */
  readonly from: string | undefined;
  readonly to: number;
}

export interface Synset {
  readonly id: string;
  readonly partOfSpeech: "n" | "v" | "a" | "r";
  /** An adjective of a cluster, which points to the head of it. */
  readonly isSatellite: boolean;
  /** The number of the lexicographer's file, which tells the domain. */
  readonly domain: number;
  /** In lower case, with underscores between words. */
  readonly lemmas: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Sense {
  readonly synset: string;
  /** From 1, the most common first, within a part of speech. */
  readonly rank: number;
  /** How often it was found in the texts that were tagged. */
  readonly count: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  readonly license: readonly string[];
}

/** The text of WordNet's database files: `data.noun` and so on, and `index.sense`. */
export interface WordNetFiles {
  readonly data: Readonly<Record<"n" | "v" | "a" | "r", string>>;
  readonly senseIndex: string;
}

const PARTS = ["n", "v", "a", "r"] as const;
/** Of the types in `index.sense`; satellites are adjectives. */
const PART_OF_TYPE: Readonly<Record<string, string>> = { 1: "n", 2: "v", 3: "a", 4: "r", 5: "a" };

/** Reads the formats of wndb(5WN) and senseidx(5WN). */
export function readWordNet({ data, senseIndex }: WordNetFiles): WordNet {
  const synsets = PARTS.flatMap((part) => linesOf(data[part]).map((line) => readSynset(line, part)));
  return {
    synsets: new Map(synsets.map((synset) => [synset.id, synset])),
    senses: readSenses(senseIndex),
    license: readLicense(data.n),
  };
}

/** Lines that begin with spaces are the licence. */
function linesOf(file: string): readonly string[] {
  return file.split("\n").filter((line) => /^\d/.test(line));
}

function readLicense(file: string): readonly string[] {
  return file
    .slice(0, file.search(/^\d/m))
    .replace(/^ +\d+ | +$/gm, "")
    .trim()
    .split("\n");
}

function readSynset(line: string, part: Synset["partOfSpeech"]): Synset {
  const fields = line.split(" | ", 1).join().split(" ");
  const wordCount = Number.parseInt(fields[3] ?? "", 16);
  const lemmas = Array.from({ length: wordCount }, (_, at) =>
    (fields[4 + 2 * at] ?? "").replace(/\(\w+\)$/, "").toLowerCase(),
  );
  const start = 4 + 2 * wordCount;
  const pointers = Array.from({ length: Number(fields[start]) }, (_, at) =>
    readPointer(fields.slice(start + 1 + 4 * at, start + 5 + 4 * at), lemmas),
  );
  return {
    id: part + fields[0],
    partOfSpeech: part,
    isSatellite: fields[2] === "s",
    domain: Number(fields[1]),
    lemmas,
    pointers,
  };
}

function readPointer(
  [symbol = "", place = "", part = "", ends = ""]: string[],
  lemmas: readonly string[],
): Pointer {
  return {
    symbol,
    synset: (part === "s" ? "a" : part) + place,
    from: lemmas[Number.parseInt(ends.slice(0, 2), 16) - 1],
    to: Number.parseInt(ends.slice(2), 16) - 1,
  };
}

function readSenses(index: string): ReadonlyMap<string, readonly Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of index.split("\n")) {
    const [key = "", place = "", rank, count] = line.split(" ");
    const [lemma = "", type = ""] = key.split("%");
    if (!type) continue;
    const own = senses.get(lemma) ?? [];
    own.push({ synset: `${PART_OF_TYPE[type[0] ?? ""]}${place}`, rank: Number(rank), count: Number(count) });
    senses.set(lemma, own);
  }
  return senses;
}
