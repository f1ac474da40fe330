/** The word at the caret that a menu completes: `/command` at the start, `@mention` anywhere. */
export interface Completing {
  readonly kind: "command" | "mention";
  /** What was typed after the sign. */
  readonly typed: string;
  /** Where it stands in the text, sign included. */
  readonly start: number;
  readonly end: number;
}

/** What is being completed when the caret stands there, or nothing. */
export function completing(text: string, caret: number): Completing | undefined {
  const before = text.slice(0, caret);
  const command = /^\s*\/([\w-]*)$/.exec(before);
  if (command) return found("command", command[1] ?? "", caret);
  const mention = /(?:^|\s)@([^\s@]*)$/.exec(before);
  return mention ? found("mention", mention[1] ?? "", caret) : undefined;
}

function found(kind: Completing["kind"], typed: string, end: number): Completing {
  return { kind, typed, start: end - typed.length - 1, end };
}

/** The entries that fit what was typed: those that begin with it first, then those with a word that does. */
export function fitting<T>(entries: readonly T[], typed: string, nameOf: (entry: T) => string): readonly T[] {
  const wanted = typed.toLowerCase();
  const rank = (entry: T) => {
    const name = nameOf(entry).toLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return [0, 1].flatMap((place) => entries.filter((entry) => rank(entry) === place));
}
