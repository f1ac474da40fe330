import type { KnownNames } from "../query-understanding";

type NamedSource = KnownNames["sources"][number];

/**
 * The names that `words` may mean: those it equals, else those that contain its words in a row ("priya" in "Priya
 * Nair"). Case, accents and a leading @ or # are ignored. Of a mail address the part before the @ counts.
 */
export function matchNames(words: string, names: readonly string[]): readonly string[] {
  const query = normaliseName(words);
  if (query === "") return [];
  const normalised = normaliseNames(names);
  const exact = names.filter((_, position) => normalised[position] === query);
  return exact.length > 0
    ? exact
    : names.filter((_, position) => ` ${normalised[position]} `.includes(` ${query} `));
}

/** The sources that `words` may mean: by label or id, with "Jira" also "Jira (Acme)" and the id "jira-2". */
export function matchSources(words: string, sources: readonly NamedSource[]): readonly NamedSource[] {
  const query = normaliseName(words);
  if (query === "") return [];
  return sources.filter(({ id, label }) =>
    [normaliseName(label), normaliseName(id)].some((name) => name === query || name.startsWith(`${query} `)),
  );
}

/** One question looks up several stretches of words among the same thousands of names. */
const cache = new WeakMap<readonly string[], readonly string[]>();

function normaliseNames(names: readonly string[]): readonly string[] {
  const normalised = cache.get(names) ?? names.map(normaliseName);
  cache.set(names, normalised);
  return normalised;
}

/** Lower case, without accents and punctuation. */
function normaliseName(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const [address = ""] = /^[^\s@]+@[^\s@]+$/.test(plain) ? plain.split("@") : [plain];
  return address.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
