/** Without digits: they occur in keys, which are typed as they are written ("PROJ-123"). */
const HYPHENATED = /^([\p{L}\p{M}]+)-([\p{L}\p{M}]+)$/u;

/** Two hyphenated words as one word: "email" for "e-mail"; undefined for other names. */
export function joinHyphenated(name: string): string | undefined {
  const [, first, second] = HYPHENATED.exec(name) ?? [];
  return first === undefined || second === undefined ? undefined : first + second;
}
