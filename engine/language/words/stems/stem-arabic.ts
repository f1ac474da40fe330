/** The article with what may stand before it, and the conjunction. */
const PREFIX = /^(?:وال|بال|كال|فال|لل|ال|و)/u;
/** Endings of number, gender and possession. */
const SUFFIX = /(?:ها|ان|ات|ون|ين|يه|ه|ي|ا)$/u;
const MIN_STEM = 3;

/**
 * The light stem of a folded Arabic word (Larkey, Ballesteros and Connell, "Light stemming for Arabic information
 * retrieval", 2007), also without the alef of the accusative.
 */
export function stemArabic(folded: string): string {
  let stem = folded;
  const start = PREFIX.exec(stem)?.[0].length ?? 0;
  if (stem.length - start >= MIN_STEM) stem = stem.slice(start);
  for (;;) {
    const end = SUFFIX.exec(stem)?.[0].length ?? 0;
    if (end === 0 || stem.length - end < MIN_STEM) return stem;
    stem = stem.slice(0, -end);
  }
}
