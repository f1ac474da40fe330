const PHRASAL_VERB =
  /(?<!\p{L})(?<verb>\p{L}{3,})\s+(?<particle>up|down|in|out|off|on|over|away|back|by)(?!\p{L})/giu;

/**
 * The nouns that verbs with a particle make, by the verb as it is written: "backup" of "backed up", "checkout" of "check
 * out". A noun may not exist.
 */
export function phrasalNouns(question: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...question.matchAll(PHRASAL_VERB)].map(({ groups }) => {
      const { verb = "", particle = "" } = groups ?? {};
      return [verb, basesOf(verb.toLowerCase()).map((base) => base + particle.toLowerCase())];
    }),
  );
}

/** What the verb may be without its ending. */
function basesOf(verb: string): readonly string[] {
  const stem = verb.replace(/(?:ed|ing|es|s)$/, "");
  return [...new Set([verb, stem, stem.replace(/(.)\1$/, "$1"), verb.replace(/d$/, "")])];
}
