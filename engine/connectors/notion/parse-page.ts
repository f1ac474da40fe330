import type { ItemFailure } from "../../model/pull-page";
import { parseItems } from "../shared/parse/parse-items";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { titleOf } from "./properties";
import { dataSourceSchema, loosePage, type NotionDataSource, type NotionPage, pageSchema } from "./schema";

/** A page or a data source of a list: parsed, or a failure. */
export interface ParsedPage {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch, with a precision of one minute. */
  readonly updatedAt: number;
  readonly found:
    | { readonly page: NotionPage }
    | { readonly dataSource: NotionDataSource }
    | { readonly failure: ItemFailure };
}

export function itemId(pageId: string): string {
  return `page:${pageId}`;
}

export function dataSourceId(id: string): string {
  return `data_source:${id}`;
}

/** The path of an item in the API. */
export function itemPath(itemId: string): string {
  const [kind = "", id = ""] = itemId.split(":");
  return `${kind}s/${encodeURIComponent(id)}`;
}

/** Address of a page: Notion's own link, or one made of its id. */
export function pageUrl({
  id,
  url,
}: {
  readonly id: string;
  readonly url?: string | null | undefined;
}): string {
  const other = `https://www.notion.so/${encodeURIComponent(id.replaceAll("-", ""))}`;
  return sanitiseLink(url, ["notion.so", "notion.com", "notion.site"], other);
}

const MINUTE_MS = 60_000;

/** The id of the failure for pages that Notion lists without an id. */
export const UNIDENTIFIED = itemId("?");

/**
 * Parses the pages of a list, newest edit first, in order. Pages without an id, which cannot be identified, are one
 * failure. `now` in milliseconds since the epoch.
 */
export function parsePages(raw: readonly unknown[], now: number): readonly ParsedPage[] {
  const pages = parseItems(raw, (each, neighbourTime) => parsePage(each, { now, neighbourTime }));
  const lost = raw.length - pages.length;
  return lost === 0 ? pages : [...pages, unidentified(lost, pages.at(-1)?.updatedAt ?? now)];
}

function unidentified(count: number, updatedAt: number): ParsedPage {
  const version = `unread ${count}`;
  const failure: ItemFailure = {
    ...{ id: UNIDENTIFIED, title: "Pages without an id", url: "https://www.notion.so/", version },
    ...{ outcome: "failed", code: "read-item" },
    reason: `Cannot read ${count} of the pages in Notion's list: the field "id" is not as documented`,
  };
  return { id: UNIDENTIFIED, version, updatedAt, found: { failure } };
}

/** `neighbourTime`: for a page without a time, that of the page before it. */
export function parsePage(
  raw: unknown,
  { now, neighbourTime = Number.NaN }: { readonly now: number; readonly neighbourTime?: number },
): ParsedPage | undefined {
  const source = dataSourceSchema.safeParse(raw).data;
  if (source !== undefined) {
    const { id, last_edited_time: updatedAt } = source;
    return {
      id: dataSourceId(id),
      version: versionOf(source, now),
      updatedAt,
      found: { dataSource: source },
    };
  }
  const parsed = pageSchema.safeParse(raw);
  if (parsed.success) {
    const page = parsed.data;
    return {
      id: itemId(page.id),
      version: versionOf(page, now),
      updatedAt: page.last_edited_time,
      found: { page },
    };
  }
  return toFailure(raw, parsed.error.issues[0]?.path.join(".") ?? "", neighbourTime);
}

/** Undefined for an item without an id, which cannot be identified. */
function toFailure(raw: unknown, field: string, neighbourTime: number): ParsedPage | undefined {
  const loose = loosePage.safeParse(raw).data;
  if (loose === undefined) return undefined;
  const { id, url, last_edited_time, object } = loose;
  const isSource = object === "data_source";
  const failure: ItemFailure = {
    id: isSource ? dataSourceId(id) : itemId(id),
    title: parseTitle(raw) || `${isSource ? "Database" : "Page"} ${id}`,
    url: pageUrl({ id, url }),
    version: `unread ${last_edited_time ?? ""}`,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read ${isSource ? "database" : "page"} ${id}: its field "${isSource ? "last_edited_time" : field}" is not as documented`,
  };
  return {
    id: failure.id,
    version: failure.version,
    updatedAt: last_edited_time ?? neighbourTime,
    found: { failure },
  };
}

/** Whether a page or a data source is in the trash. */
export function isTrashed({ found }: ParsedPage): boolean {
  if ("failure" in found) return false;
  const { in_trash, archived } = "page" in found ? found.page : found.dataSource;
  return in_trash === true || archived === true;
}

/**
 * Notion's edit times have a precision of one minute, so a page may be edited after it was read without a new time.
 * Until the minute is certainly over, the version is provisional; a later look sees another version and reads the
 * page again.
 */
function versionOf(
  { last_edited_time, parent }: Pick<NotionPage, "last_edited_time" | "parent">,
  now: number,
): string {
  const place = parent?.page_id ?? parent?.data_source_id ?? parent?.database_id ?? parent?.block_id ?? "";
  const isProvisional = now < last_edited_time + 2 * MINUTE_MS;
  return [last_edited_time, place, ...(isProvisional ? ["early"] : [])].join(" ");
}

function parseTitle(raw: unknown): string {
  const { data } = pageSchema.pick({ properties: true }).safeParse(raw);
  return data ? titleOf(data.properties) : "";
}
