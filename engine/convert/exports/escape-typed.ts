/** Text that somebody typed, as Markdown: what would open a tag or a heading is escaped, other marks are left. */
export function escapeTyped(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "\\<").replace(/^(#{1,6})(?=\s)/gm, "\\$1");
}

/** Typed text on one line. */
export function escapeLine(text: string): string {
  return escapeTyped(text.replace(/\s+/g, " ").trim());
}
