import { stemWord } from "./normalise-word";

/** Endings that Porter's algorithm takes off, the long ones standing for the short ones they contain. */
const ENDINGS = [
  "izations",
  "ational",
  "iveness",
  "fulness",
  "ousness",
  "ability",
  "ically",
  "ments",
  "ances",
  "ences",
  "ously",
  "ively",
  "ers",
  "ing",
  "ied",
];
/** What may be left of an ending when a part of it is typed. */
const REMAINDERS: readonly string[] = [
  ...new Set(ENDINGS.flatMap((ending) => [...ending].map((_, at) => ending.slice(at)))),
];

/** The stems of words that start so and are typed into their endings: "compilatio" → "compil". */
export function stemsOfPrefix(prefix: string): Set<string> {
  const stems = new Set(REMAINDERS.map((rest) => stemWord(prefix + rest)));
  for (const stem of stems) if (stem.length >= prefix.length) stems.delete(stem);
  return stems;
}
