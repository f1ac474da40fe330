import { termAnalysis } from "../../language/english/term-analysis";
import { stemWord } from "./stem-word";

/** What may be missing of an ending when its first part is typed. */
const REMAINDERS: readonly string[] = [
  ...new Set(
    termAnalysis.endings.flatMap((ending) => [...ending].map((_, position) => ending.slice(position))),
  ),
];

/** The stems of words whose prefix reaches into their ending: "compilatio" → "compil". */
export function stemsOfPrefix(prefix: string): Set<string> {
  const stems = new Set(REMAINDERS.map((rest) => stemWord(prefix + rest)));
  for (const stem of stems) if (stem.length >= prefix.length) stems.delete(stem);
  return stems;
}
