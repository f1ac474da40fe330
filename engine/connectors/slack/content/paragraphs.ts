/** Joins what is not empty with an empty line. */
export function paragraphs(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/^\n+/, "").trimEnd())
    .filter((part) => part.trim() !== "")
    .join("\n\n");
}

/** Joins what is not empty in a line. */
export function line(parts: readonly string[], gap = " "): string {
  return parts.filter((part) => part !== "").join(gap);
}
