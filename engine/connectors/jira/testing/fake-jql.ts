/** The fields of an issue that a query can match. */
export interface QueriedIssue {
  readonly project: string;
  readonly labels: readonly string[];
  readonly updated: number;
  readonly text: string;
}

/** A parsed JQL query of the connector, or Jira's error message. */
export interface FakeJql {
  readonly matches: (issue: QueriedIssue) => boolean;
  readonly problem?: string;
}

/** Parses JQL for a profile with this offset from UTC, in hours. */
export function parseFakeJql(
  jql: string,
  options: { projects: readonly string[]; offsetHours: number },
): FakeJql {
  const [where = ""] = jql.split(" ORDER BY ");
  const conditions = where.split(" AND ").filter((condition) => condition.trim() !== "");
  const none = () => false;
  if (conditions.length === 0)
    return {
      matches: none,
      problem: "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
    };
  const tests: ((issue: QueriedIssue) => boolean)[] = [];
  for (const condition of conditions) {
    const test = parseCondition(condition, options);
    if (typeof test === "string") return { matches: none, problem: test };
    tests.push(test);
  }
  return { matches: (issue) => tests.every((test) => test(issue)) };
}

function parseCondition(
  condition: string,
  { projects, offsetHours }: { projects: readonly string[]; offsetHours: number },
): ((issue: QueriedIssue) => boolean) | string {
  const [, field = "", operator = "", value = ""] = /^(\w+) (>=|~|in) (.+)$/.exec(condition) ?? [];
  const strings = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
    text.replace(/\\(.)/g, "$1"),
  );
  const [first = ""] = strings;
  if (field === "updated" && operator === ">=") {
    if (!/^\d{4}\/\d\d\/\d\d$/.test(first)) return `Date value '${first}' for field 'updated' is invalid.`;
    const start = Date.parse(`${first.replaceAll("/", "-")}T00:00:00Z`) - offsetHours * 3_600_000;
    return ({ updated }) => updated >= start;
  }
  if (field === "project" && operator === "in") {
    const unknown = strings.find((name) => !projects.includes(name));
    return unknown === undefined
      ? ({ project }) => strings.includes(project)
      : `The value '${unknown}' does not exist for the field 'project'.`;
  }
  if (field === "labels" && operator === "in")
    return ({ labels }) => labels.some((label) => strings.includes(label));
  if (field === "text" && operator === "~") return textTest(first);
  return `Error in the JQL Query: ${condition}`;
}

/** Words that are not in the index. */
const STOP_WORDS = ["and", "or", "not", "the"];

function textTest(text: string): ((issue: QueriedIssue) => boolean) | string {
  if (/[+\-&|!(){}[\]^~*?\\:]/.test(text)) return `Unable to parse the text '${text}' for field 'text'.`;
  if (/\b(AND|OR|NOT)\b/.test(text)) return `Unable to parse the text '${text}' for field 'text'.`;
  const words = text.split(/\s+/).filter((word) => !STOP_WORDS.includes(word.toLowerCase()));
  return (issue) => words.every((word) => issue.text.toLowerCase().includes(word.toLowerCase()));
}
