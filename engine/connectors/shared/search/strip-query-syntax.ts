const MAX_QUERY_LENGTH = 200;

/**
 * The person's words without the vendor's query syntax; "" when none is left.
 * @param syntax every character with a meaning in the vendor's syntax
 */
export function stripQuerySyntax(text: string, syntax: RegExp): string {
  return (
    text
      .replace(syntax, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, MAX_QUERY_LENGTH)
      // Half of a surrogate pair at the cut.
      .replace(/[\uD800-\uDBFF]$/, "")
      .replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase())
      .trim()
  );
}
