/** A camel-case name is split before "User" in "getUser" and before "Parser" in "HTMLParser". */
const CAMEL_CASE_BOUNDARY = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const CAMEL_CASE_BOUNDARIES = new RegExp(CAMEL_CASE_BOUNDARY, "gu");
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export interface WordPart {
  readonly text: string;
  /** Offset in the identifier. */
  readonly start: number;
}

/**
 * The words of an identifier: `getUserById` → get, User, By, Id; `src/main.ts` → src, main, ts; `PROJ-123` → PROJ, 123.
 * A plain word is its own single part.
 */
export function splitIdentifier(identifier: string): readonly WordPart[] {
  const parts: WordPart[] = [];
  for (const match of identifier.matchAll(WORD)) {
    let start = match.index;
    for (const text of CAMEL_CASE_BOUNDARY.test(match[0])
      ? match[0].split(CAMEL_CASE_BOUNDARIES)
      : [match[0]]) {
      parts.push({ text, start });
      start += text.length;
    }
  }
  return parts;
}
