import type { NotionClient } from "../client";
import type { NotionPage } from "../schema";

type Properties = Readonly<Record<string, unknown>>;

/** A page has the first 25 entries of such a property. */
const LISTS: ReadonlySet<string> = new Set(["relation", "people", "rich_text"]);
const FIRST_ENTRIES = 25;
/** Properties of one page that are read to their end, and their pages of a hundred entries. */
const MAX_PROPERTIES = 5;
const MAX_PAGES = 5;

export interface CompleteProperties {
  readonly properties: Properties;
  /** Names of properties of which only the first entries are known. */
  readonly cut: readonly string[];
}

/** Reads the properties of which a page has the first entries only. */
export async function completeProperties(
  client: NotionClient,
  { id, properties }: Pick<NotionPage, "id" | "properties">,
  signal: AbortSignal,
): Promise<CompleteProperties> {
  const long = Object.entries(properties).filter(([, value]) => isCut(value));
  const whole: Record<string, unknown> = { ...properties };
  const cut = long.slice(MAX_PROPERTIES).map(([name]) => name);
  for (const [name, value] of long.slice(0, MAX_PROPERTIES)) {
    if (!isFields(value)) continue;
    const type = String(value.type);
    const path = `pages/${encodeURIComponent(id)}/properties/${encodeURIComponent(String(value.id))}`;
    const list = await client.list(path, {}, { maxPages: MAX_PAGES, signal });
    const entries = (list?.results ?? []).flatMap((each) => (isFields(each) ? [each[type]] : []));
    if (entries.length >= FIRST_ENTRIES) whole[name] = { ...value, [type]: entries };
    if (entries.length < FIRST_ENTRIES || list?.isCut) cut.push(name);
  }
  return { properties: whole, cut };
}

function isCut(value: unknown): boolean {
  if (!isFields(value) || !LISTS.has(String(value.type)) || typeof value.id !== "string") return false;
  const entries = value[String(value.type)];
  return value.has_more === true || (Array.isArray(entries) && entries.length >= FIRST_ENTRIES);
}

function isFields(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
