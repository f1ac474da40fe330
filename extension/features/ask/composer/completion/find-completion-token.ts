/** The word at the caret that a menu completes: `/command` at the start, `@mention` anywhere. */
export interface CompletionToken {
  readonly kind: "command" | "mention";
  /** What was typed after the sign. */
  readonly typed: string;
  /** Where it stands in the text, sign included. */
  readonly start: number;
  readonly end: number;
}

/** What is being completed when the caret stands there, or nothing. */
export function findCompletionToken(text: string, caret: number): CompletionToken | undefined {
  const before = text.slice(0, caret);
  const command = /^\s*\/([\w-]*)$/.exec(before);
  if (command) return toToken("command", command[1] ?? "", caret);
  const mention = /(?:^|\s)@([^\s@]*)$/.exec(before);
  return mention ? toToken("mention", mention[1] ?? "", caret) : undefined;
}

function toToken(kind: CompletionToken["kind"], typed: string, end: number): CompletionToken {
  return { kind, typed, start: end - typed.length - 1, end };
}

/** The entries that fit what was typed: those that begin with it first, then those with a word that does. */
export function rankByPrefix<T>(
  entries: readonly T[],
  typed: string,
  nameOf: (entry: T) => string,
): readonly T[] {
  const prefix = typed.toLowerCase();
  const rank = (entry: T) => {
    const name = nameOf(entry).toLowerCase();
    if (name.startsWith(prefix)) return 0;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(prefix)) ? 1 : 2;
  };
  return [0, 1].flatMap((level) => entries.filter((entry) => rank(entry) === level));
}
