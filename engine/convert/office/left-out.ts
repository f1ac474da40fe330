/** Counts what a document holds that is not in its text, for its note: "Left out: 3 pictures, 1 video". */
export interface LeftOut {
  /** `thing` in the singular. */
  add(thing: string, count?: number): void;
  /** A whole sentence of its own, once. */
  say(sentence: string): void;
  /** For `ConvertedText`. */
  toNote(): { readonly note?: string };
}

export function createLeftOut(): LeftOut {
  const counts = new Map<string, number>();
  const sentences = new Set<string>();
  return {
    add(thing, count = 1) {
      if (count > 0) counts.set(thing, (counts.get(thing) ?? 0) + count);
    },
    say: (sentence) => void sentences.add(sentence),
    toNote() {
      const things = [...counts].map(([thing, count]) => `${count} ${count === 1 ? thing : plural(thing)}`);
      const parts = [...(things.length > 0 ? [`Left out: ${things.join(", ")}`] : []), ...sentences];
      return parts.length > 0 ? { note: parts.join("; ") } : {};
    },
  };
}

function plural(thing: string): string {
  return /[^aeiou]y$/.test(thing) ? `${thing.slice(0, -1)}ies` : `${thing}s`;
}
