import type { MarkdownContext } from "./markdown/markdown-context";
import { fileName } from "./markdown/plain-inline";

/** The value of a property, with every field checked. */
type Value = Readonly<Record<string, unknown>>;

/** The title of a page: the one property of that type, whatever its name. */
export function titleOf(properties: Readonly<Record<string, unknown>>): string {
  const title = Object.values(properties)
    .filter(isValue)
    .find(({ type }) => type === "title");
  return title ? richText(title.title).trim() : "";
}

/** Every property with a value except the title, one per line. */
export function propertyLines(
  properties: Readonly<Record<string, unknown>>,
  context: MarkdownContext,
): readonly string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!isValue(value) || value.type === "title") return [];
    const leaveOut = () => context.leaveOut({ kind: "property", name });
    const text = valueText(value, { names: context.names, leaveOut }).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [`- ${name}: ${text}`];
  });
}

/** Names of the people in a page's properties. */
export function peopleIn(
  properties: Readonly<Record<string, unknown>>,
  names: MarkdownContext["names"],
): readonly string[] {
  return Object.values(properties)
    .filter(isValue)
    .filter(({ type }) => type === "people")
    .flatMap(({ people }) => (Array.isArray(people) ? people.map((each) => personName(each, names)) : []))
    .filter((name) => name !== "");
}

/** Ids of people without a name and of related pages, whose names have to be requested. */
export function idsIn(properties: unknown): { readonly users: string[]; readonly pages: string[] } {
  const values = valuesIn(properties, 0);
  const users = values.filter(({ object, name }) => object === "user" && !name);
  const related = values.flatMap(({ type, relation }) =>
    type === "relation" && Array.isArray(relation) ? relation.filter(isValue) : [],
  );
  return { users: users.flatMap(idOf), pages: related.flatMap(idOf) };
}

function idOf({ id }: Value): string[] {
  return typeof id === "string" ? [id] : [];
}

/** All objects within a value, itself included. */
function valuesIn(value: unknown, depth: number): readonly Value[] {
  if (depth > MAX_DEPTH * 2 + 2) return [];
  if (Array.isArray(value)) return value.flatMap((each) => valuesIn(each, depth + 1));
  return isValue(value) ? [value, ...Object.values(value).flatMap((each) => valuesIn(each, depth + 1))] : [];
}

/** Formulas and rollups contain a value of another type or arrays of values; Notion nests no deeper. */
const MAX_DEPTH = 3;

interface ValueContext extends Pick<MarkdownContext, "names"> {
  /** The value, or a part of it, cannot be read. */
  leaveOut(): void;
}

type ReadValue = (inner: unknown, context: ValueContext, depth: number) => string;

function valueText(value: Value, context: ValueContext, depth = 0): string {
  const type = typeof value.type === "string" ? value.type : "";
  const inner = value[type];
  if (inner === undefined || inner === null) {
    // An empty value has its type and nothing besides.
    if (!(type in value) && Object.keys(value).some((key) => !COMMON_FIELDS.has(key))) context.leaveOut();
    return "";
  }
  if (depth > MAX_DEPTH) {
    context.leaveOut();
    return "";
  }
  const read = VALUES[type] ?? plainValue;
  return read(inner, context, depth);
}

const COMMON_FIELDS: ReadonlySet<string> = new Set(["id", "type", "has_more", "function"]);

const VALUES: Readonly<Record<string, ReadValue>> = {
  title: (inner, context) => richText(inner, context),
  rich_text: (inner, context) => richText(inner, context),
  select: (inner, context) => named(inner, context),
  status: (inner, context) => named(inner, context),
  multi_select: (inner, context) => listOf(inner, context, named),
  people: (inner, context) => listOf(inner, context, person),
  created_by: (inner, context) => person(inner, context),
  last_edited_by: (inner, context) => person(inner, context),
  files: (inner, context) => listOf(inner, context, file),
  relation: (inner, context) => listOf(inner, context, related),
  date: (inner, context) => date(inner, context),
  place: (inner, context) => place(inner, context),
  verification: (inner, context) => verification(inner, context),
  unique_id: (inner, context) => uniqueId(inner, context),
  checkbox: (inner) => (inner === true ? "yes" : "no"),
  boolean: (inner) => (inner === true ? "yes" : "no"),
  formula: nested,
  rollup: nested,
  array: (inner, context, depth) => listOf(inner, context, (each) => nested(each, context, depth)),
  // A button has no content.
  button: () => "",
  unsupported: (_, context) => {
    context.leaveOut();
    return "";
  },
};

function nested(inner: unknown, context: ValueContext, depth: number): string {
  if (isValue(inner)) return valueText(inner, context, depth + 1);
  context.leaveOut();
  return "";
}

/** Numbers, addresses, phone numbers, times and similar values are their text; those of unknown types may be. */
function plainValue(inner: unknown, context: ValueContext): string {
  if (["string", "number", "boolean"].includes(typeof inner)) return String(inner);
  if (isValue(inner) && typeof inner.name === "string") return inner.name;
  context.leaveOut();
  return "";
}

function listOf(
  inner: unknown,
  context: ValueContext,
  read: (each: unknown, context: ValueContext) => string,
): string {
  if (Array.isArray(inner)) {
    const texts = inner.filter((each) => each !== null).map((each) => read(each, context));
    return texts.filter((text) => text !== "").join(", ");
  }
  context.leaveOut();
  return "";
}

function richText(value: unknown, context?: ValueContext): string {
  if (!Array.isArray(value)) {
    if (value !== null && value !== undefined) context?.leaveOut();
    return "";
  }
  return value
    .map((part) => {
      if (isValue(part) && typeof part.plain_text === "string") return part.plain_text;
      context?.leaveOut();
      return "";
    })
    .join("");
}

function named(value: unknown, context: ValueContext): string {
  if (isValue(value) && typeof value.name === "string") return value.name;
  context.leaveOut();
  return "";
}

/** Somebody whose name is unknown has a neutral one. */
function person(value: unknown, { names, leaveOut }: ValueContext): string {
  if (isValue(value)) return personName(value, names) || "someone";
  leaveOut();
  return "";
}

function personName(value: unknown, names: MarkdownContext["names"]): string {
  if (!isValue(value)) return "";
  if (typeof value.name === "string" && value.name !== "") return value.name;
  return typeof value.id === "string" ? (names.user(value.id) ?? "") : "";
}

/** The title of a related page; a page that the integration may not see has none. */
function related(value: unknown, { names, leaveOut }: ValueContext): string {
  const id = isValue(value) && typeof value.id === "string" ? value.id : undefined;
  const title = id === undefined ? undefined : names.page(id);
  if (title === undefined) leaveOut();
  return title ?? "";
}

/** The name, and that in the address where it says more. */
function file(value: unknown, context: ValueContext): string {
  if (!isValue(value)) return named(value, context);
  const name = typeof value.name === "string" ? value.name : "";
  const url = [value.file, value.external].map((each) => (isValue(each) ? each.url : undefined));
  const address = url.find((each) => typeof each === "string");
  const shown = name || (typeof address === "string" ? fileName(address) || address : "");
  if (shown === "") context.leaveOut();
  return shown;
}

/** "2026-01-05 10:00 to 2026-01-06 (Europe/Paris)"; times with an offset keep it. */
function date(value: unknown, { leaveOut }: ValueContext): string {
  if (!isValue(value) || typeof value.start !== "string") {
    leaveOut();
    return "";
  }
  const days = [value.start, value.end].filter((day) => typeof day === "string").map(toTime);
  const zone = typeof value.time_zone === "string" ? ` (${value.time_zone})` : "";
  return `${days.join(" to ")}${zone}`;
}

function toTime(iso: string): string {
  return iso.replace(/T(\d\d:\d\d)(?::00(?:\.0+)?)?/, " $1").replace(/\+00:00$|Z$/, " UTC");
}

function place(value: unknown, { leaveOut }: ValueContext): string {
  const { name, address, lat, lon } = isValue(value) ? value : {};
  const words = [name, address].filter((each) => typeof each === "string" && each !== "");
  if (words.length > 0) return [...new Set(words)].join(", ");
  if (typeof lat === "number" && typeof lon === "number") return `${lat}, ${lon}`;
  leaveOut();
  return "";
}

function verification(value: unknown, context: ValueContext): string {
  if (!isValue(value) || typeof value.state !== "string") {
    context.leaveOut();
    return "";
  }
  const by = value.verified_by ? `by ${person(value.verified_by, context)}` : "";
  const until = value.date ? date(value.date, context) : "";
  return [value.state, by, until].filter((part) => part !== "").join(" ");
}

function uniqueId(value: unknown, { leaveOut }: ValueContext): string {
  if (isValue(value) && value.number === null) return "";
  if (!isValue(value) || typeof value.number !== "number") {
    leaveOut();
    return "";
  }
  return typeof value.prefix === "string" && value.prefix !== ""
    ? `${value.prefix}-${value.number}`
    : `${value.number}`;
}

function isValue(value: unknown): value is Value {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
