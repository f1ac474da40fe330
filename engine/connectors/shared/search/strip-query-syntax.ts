const MAX_QUERY_LENGTH = 200;

/**
 * A person's words for a vendor's search, without what it would take for its own syntax; "" when none is left.
 * @param syntax every character that means something to the vendor
 */
export function stripQuerySyntax(text: string, syntax: RegExp): string {
  return (
    text
      .replace(syntax, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, MAX_QUERY_LENGTH)
      // Half of a character that was cut through.
      .replace(/[\uD800-\uDBFF]$/, "")
      .replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase())
      .trim()
  );
}
