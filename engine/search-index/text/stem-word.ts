import { termAnalysis } from "../../language/english/term-analysis";
import { stemByScript } from "../../language/words/stems/stem-by-script";

/** The stem of a folded word. Stop words and identifiers stay as they are. */
export function stemWord(folded: string): string {
  const { stemmable, stopWords, stem } = termAnalysis;
  if (folded.charCodeAt(0) > 127) return stemByScript(folded);
  return folded.length > 3 && stemmable.test(folded) && !stopWords.has(folded) ? stem(folded) : folded;
}
