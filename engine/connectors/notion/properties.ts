/** The value of a property, with every field checked. */
type Value = Readonly<Record<string, unknown>>;

/** The title of a page: the one property of that type, whatever its name. */
export function titleOf(properties: Readonly<Record<string, unknown>>): string {
  const title = Object.values(properties)
    .filter(isValue)
    .find(({ type }) => type === "title");
  return title ? richText(title.title).trim() : "";
}

/** Every property with a value except the title, one per line; relations are ids and left out. */
export function propertyLines(properties: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = isValue(value) && value.type !== "title" ? valueText(value).replace(/\s+/g, " ").trim() : "";
    return text === "" ? [] : [`- ${name}: ${text}`];
  });
}

/** Names of the people in a page's properties. */
export function peopleIn(properties: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(properties)
    .filter(isValue)
    .filter(({ type }) => type === "people")
    .flatMap(({ people }) => (Array.isArray(people) ? people.map(nameOf) : []))
    .filter((name) => name !== "");
}

/** Formulas and rollups contain a value of another type or arrays of values; Notion nests no deeper. */
const MAX_DEPTH = 3;

function valueText(value: Value, depth = 0): string {
  const type = String(value.type ?? "");
  const inner = value[type];
  if (inner === undefined || inner === null || depth > MAX_DEPTH) return "";
  switch (type) {
    case "title":
    case "rich_text":
      return richText(inner);
    case "select":
    case "status":
    case "place":
      return nameOf(inner);
    case "multi_select":
    case "people":
    case "files":
      return Array.isArray(inner) ? inner.map(nameOf).filter(Boolean).join(", ") : "";
    case "date":
      return dateText(inner);
    case "checkbox":
    case "boolean":
      return inner === true ? "yes" : "no";
    case "unique_id":
      return uniqueId(inner);
    case "formula":
    case "rollup":
      return isValue(inner) ? valueText(inner, depth + 1) : "";
    case "array":
      return Array.isArray(inner)
        ? inner
            .filter(isValue)
            .map((each) => valueText(each, depth + 1))
            .filter(Boolean)
            .join(", ")
        : "";
    default:
      // Numbers, addresses, phone numbers and similar values are their text; unknown types may be.
      return typeof inner === "string" || typeof inner === "number" ? String(inner) : "";
  }
}

function richText(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value
    .map((part) => (isValue(part) && typeof part.plain_text === "string" ? part.plain_text : ""))
    .join("");
}

function nameOf(value: unknown): string {
  return isValue(value) && typeof value.name === "string" ? value.name : "";
}

function dateText(value: unknown): string {
  if (!isValue(value)) return "";
  return [value.start, value.end].filter((day) => typeof day === "string").join(" to ");
}

function uniqueId(value: unknown): string {
  if (!isValue(value) || typeof value.number !== "number") return "";
  return typeof value.prefix === "string" && value.prefix !== ""
    ? `${value.prefix}-${value.number}`
    : `${value.number}`;
}

function isValue(value: unknown): value is Value {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
