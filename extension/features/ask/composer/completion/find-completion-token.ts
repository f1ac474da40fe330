/** The token at the caret that a menu completes: `/command` at the start, `@mention` anywhere. */
export interface CompletionToken {
  readonly kind: "command" | "mention";
  /** The characters after the "/" or "@". */
  readonly query: string;
  /** Offsets in the text, with the "/" or "@". */
  readonly start: number;
  readonly end: number;
}

/** The token that ends at the caret; undefined when there is none. */
export function findCompletionToken(text: string, caret: number): CompletionToken | undefined {
  const before = text.slice(0, caret);
  const command = /^\s*\/([\w-]*)$/.exec(before);
  if (command) return toToken("command", command[1] ?? "", caret);
  const mention = /(?:^|\s)@([^\s@]*)$/.exec(before);
  return mention ? toToken("mention", mention[1] ?? "", caret) : undefined;
}

function toToken(kind: CompletionToken["kind"], query: string, end: number): CompletionToken {
  return { kind, query, start: end - query.length - 1, end };
}

/** The entries whose name starts with the query, then those with a later word that starts with it. */
export function rankByPrefix<T>(
  entries: readonly T[],
  query: string,
  nameOf: (entry: T) => string,
): readonly T[] {
  const prefix = query.toLowerCase();
  const rank = (entry: T) => {
    const name = nameOf(entry).toLowerCase();
    if (name.startsWith(prefix)) return 0;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(prefix)) ? 1 : 2;
  };
  return [0, 1].flatMap((level) => entries.filter((entry) => rank(entry) === level));
}
