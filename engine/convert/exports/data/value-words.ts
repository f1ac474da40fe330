const MAX_DEPTH = 8;

/** A value of JSON in words on one line: "a, b", "name rope, price 3; name sail, price 4". Nothing for null. */
export function valueWords(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (typeof value !== "object") return String(value);
  if (depth > MAX_DEPTH) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => valueWords(item, depth + 1)).filter((words) => words !== "");
    return items.join(value.some((item) => typeof item === "object" && item !== null) ? "; " : ", ");
  }
  return Object.entries(value)
    .map(([key, inner]) => [key, valueWords(inner, depth + 1)] as const)
    .filter(([, words]) => words !== "")
    .map(([key, words]) => `${key} ${words}`)
    .join(", ");
}
