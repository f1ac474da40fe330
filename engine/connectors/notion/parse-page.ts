import type { ItemFailure } from "../../model/pull-page";
import { parseItems } from "../shared/parse/parse-items";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { titleOf } from "./properties";
import { loosePage, type NotionPage, pageSchema } from "./schema";

/** A page of a list: read, or the reason why not. */
export interface ParsedPage {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch, by the minute. */
  readonly updatedAt: number;
  readonly found: { readonly page: NotionPage } | { readonly failure: ItemFailure };
}

export function itemId(pageId: string): string {
  return `page:${pageId}`;
}

export function pageId(itemId: string): string {
  return itemId.slice("page:".length);
}

/** Where a page is opened: Notion's own link, or one made of its id. */
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
 * The pages of a list, newest edit first, in its order; what has not even an id is left out, for nothing can be said
 * of it. `now` in milliseconds since the epoch.
 */
export function parsePages(raw: readonly unknown[], now: number): readonly ParsedPage[] {
  return parseItems(raw, (each, neighbourTime) => parsePage(each, { now, neighbourTime }));
}

/** `neighbourTime`: when it was edited, as far as its neighbour tells, for a page that does not say. */
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

/** Whether Notion shows a page only in its trash. */
export function isTrashed({ in_trash, archived }: NotionPage): boolean {
  return in_trash === true || archived === true;
}

/**
 * Notion tells the minute of an edit only, so a page read soon after one may be edited again and not show it. Until
 * the minute is safely over its version says so; the next look at it then finds another and reads it once more.
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
