/** The fields of a page that a query can match. */
export interface QueriedPage {
  readonly space: string;
  readonly updated: number;
  readonly text: string;
}

/**
 * Parses a CQL query of the connector, for a profile with this offset from UTC in hours; undefined for a query that
 * Confluence would reject.
 */
export function parseFakeCql(cql: string, offsetHours: number): ((page: QueriedPage) => boolean) | undefined {
  const [where = ""] = cql.split(" ORDER BY ");
  const tests = where.split(" AND ").map((condition) => parseCondition(condition, offsetHours));
  if (tests.some((each) => each === undefined)) return undefined;
  return (page) => tests.every((each) => each?.(page));
}

function parseCondition(
  condition: string,
  offsetHours: number,
): ((page: QueriedPage) => boolean) | undefined {
  if (condition === "type in (page, blogpost)" || condition === "type = comment") return () => true;
  const [, field, value = ""] = /^(space in|text ~|lastmodified >=) (.+)$/.exec(condition) ?? [];
  const strings = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text);
  const [first = ""] = strings;
  if (field === "space in") return ({ space }) => strings.includes(space);
  if (field === "lastmodified >=") {
    const start = Date.parse(`${first}T00:00:00Z`) - offsetHours * 3_600_000;
    return ({ updated }) => updated >= start;
  }
  if (field !== "text ~" || /[+\-&|!(){}[\]^~*?\\:]/.test(first)) return undefined;
  const words = first.toLowerCase().split(/\s+/);
  return ({ text }) => words.every((word) => text.toLowerCase().includes(word));
}
