import type { ItemFailure } from "../../model/pull-page";
import { parseItems } from "../shared/parse/parse-items";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { titleOf } from "./properties";
import { loosePage, type NotionPage, pageSchema } from "./schema";

/** A page of a list: parsed, or a failure. */
export interface ParsedPage {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch, with a precision of one minute. */
  readonly updatedAt: number;
  readonly found: { readonly page: NotionPage } | { readonly failure: ItemFailure };
}

export function itemId(pageId: string): string {
  return `page:${pageId}`;
}

export function pageId(itemId: string): string {
  return itemId.slice("page:".length);
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

/**
 * Parses the pages of a list, newest edit first, in order. A page without an id is left out, because it cannot be
 * identified. `now` in milliseconds since the epoch.
 */
export function parsePages(raw: readonly unknown[], now: number): readonly ParsedPage[] {
  return parseItems(raw, (each, neighbourTime) => parsePage(each, { now, neighbourTime }));
}

/** `neighbourTime`: for a page without a time, that of the page before it. */
export function parsePage(
  raw: unknown,
  { now, neighbourTime = Number.NaN }: { readonly now: number; readonly neighbourTime?: number },
): ParsedPage | undefined {
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
  const loose = loosePage.safeParse(raw).data;
  if (loose === undefined) return undefined;
  const { id, url, last_edited_time } = loose;
  const failure: ItemFailure = {
    id: itemId(id),
    title: parseTitle(raw) || `Page ${id}`,
    url: pageUrl({ id, url }),
    version: `unread ${last_edited_time ?? ""}`,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read page ${id}: its field "${parsed.error.issues[0]?.path.join(".")}" is not as documented`,
  };
  return {
    id: failure.id,
    version: failure.version,
    updatedAt: last_edited_time ?? neighbourTime,
    found: { failure },
  };
}

/** Whether a page is in the trash. */
export function isTrashed({ in_trash, archived }: NotionPage): boolean {
  return in_trash === true || archived === true;
}

/**
 * Notion's edit times have a precision of one minute, so a page may be edited after it was read without a new time.
 * Until the minute is certainly over, the version is provisional; a later look sees another version and reads the
 * page again.
 */
function versionOf({ last_edited_time, parent }: NotionPage, now: number): string {
  const place = parent?.page_id ?? parent?.data_source_id ?? parent?.database_id ?? parent?.block_id ?? "";
  const isProvisional = now < last_edited_time + 2 * MINUTE_MS;
  return [last_edited_time, place, ...(isProvisional ? ["early"] : [])].join(" ");
}

function parseTitle(raw: unknown): string {
  const { data } = pageSchema.pick({ properties: true }).safeParse(raw);
  return data ? titleOf(data.properties) : "";
}
