import type { KnownNames } from "./known-names";

type Source = KnownNames["sources"][number];

/**
 * The names that `words` may stand for: those it spells out, else those that have its words in a row ("priya" in
 * "Priya Nair"). Case, accents and a leading @ or # don't matter. Of an address only the part before the @ counts.
 */
export function matchNames(words: string, names: readonly string[]): readonly string[] {
  const wanted = readName(words);
  if (wanted === "") return [];
  const read = readNames(names);
  const exact = names.filter((_, at) => read[at] === wanted);
  return exact.length > 0 ? exact : names.filter((_, at) => ` ${read[at]} `.includes(` ${wanted} `));
}

/** The sources that `words` may stand for: by label or id, with "Jira" also "Jira (Acme)" and the id "jira-2". */
export function matchSources(words: string, sources: readonly Source[]): readonly Source[] {
  const wanted = readName(words);
  if (wanted === "") return [];
  return sources.filter(({ id, label }) =>
    [readName(label), readName(id)].some((name) => name === wanted || name.startsWith(`${wanted} `)),
  );
}

/** One question looks for several stretches of words among the same thousands of names. */
const known = new WeakMap<readonly string[], readonly string[]>();

function readNames(names: readonly string[]): readonly string[] {
  const read = known.get(names) ?? names.map(readName);
  known.set(names, read);
  return read;
}

/** Lower case, without accents and punctuation. */
function readName(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const [address = ""] = /^[^\s@]+@[^\s@]+$/.test(plain) ? plain.split("@") : [plain];
  return address.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
