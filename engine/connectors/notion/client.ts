import type * as z from "zod";
import { ExpiredCursorError } from "../../errors/expired-cursor-error";
import { PermissionError } from "../../errors/permission-error";
import { ReadItemError } from "../../errors/read-item-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { isGone } from "../shared/http/is-gone";
import { readJson } from "../shared/http/read-json";
import { errorBody, markdownReply, searchPage } from "./schema";

export const ORIGIN = "https://api.notion.com";

/** The first API version with pages as Markdown. */
const VERSION = "2026-03-11";

const NEWEST_FIRST = { timestamp: "last_edited_time", direction: "descending" };
/** Maximum number of trashed pages between two passes. */
const TRASH_PAGE_SIZE = 100;

export interface PageQuery {
  /** Words of the title; all pages when absent. */
  readonly query?: string;
  readonly pageSize: number;
  readonly token?: string | undefined;
}

/** Pages that are not validated yet. */
export interface NotionList {
  readonly pages: readonly unknown[];
  /** Token of the next page; absent on the last. */
  readonly next?: string;
  /** False when Notion truncated the list. */
  readonly complete: boolean;
}

export interface NotionMarkdown {
  readonly markdown: string;
  /** True when blocks are missing. */
  readonly partial: boolean;
}

export interface NotionClient {
  /** Newest edit first; best first for a query. */
  search(query: PageQuery, signal: AbortSignal): Promise<NotionList>;
  /** Pages in the trash, newest edit first; empty where Notion does not list them. */
  trash(signal: AbortSignal): Promise<readonly unknown[]>;
  /** Undefined when it is gone or no longer shared. Rejects with ReadItemError when Notion cannot render it. */
  markdown(pageId: string, signal: AbortSignal): Promise<NotionMarkdown | undefined>;
  /** Reads an object by its path; undefined when it is gone or not visible. */
  read<Shape>(path: string, schema: z.ZodType<Shape>, signal: AbortSignal): Promise<Shape | undefined>;
}

export function createNotionClient(api: Fetch): NotionClient {
  const send = (path: string, init: RequestInit) =>
    api(`${ORIGIN}/v1/${path}`, {
      ...init,
      headers: { "Notion-Version": VERSION, "Content-Type": "application/json" },
    });
  return {
    search: async ({ query, pageSize, token }, signal) => {
      const body = {
        filter: { property: "object", value: "page" },
        page_size: pageSize,
        ...(query === undefined ? { sort: NEWEST_FIRST } : { query }),
        ...(token !== undefined && { start_cursor: token }),
      };
      const response = await send("search", { method: "POST", body: JSON.stringify(body), signal });
      const page = await readList(response, token);
      const next = page.has_more ? page.next_cursor : undefined;
      const complete = page.request_status?.type !== "incomplete";
      return { pages: page.results, complete, ...(next && { next }) };
    },
    trash: async (signal) => {
      const filter = { property: "object", value: "page", in_trash: true };
      const body = { filter, sort: NEWEST_FIRST, page_size: TRASH_PAGE_SIZE };
      const response = await send("search", { method: "POST", body: JSON.stringify(body), signal });
      return response.status === 400 ? [] : (await readList(response, undefined)).results;
    },
    markdown: async (pageId, signal) => {
      const response = await send(`pages/${encodeURIComponent(pageId)}/markdown`, { signal });
      if (isGone(response)) return undefined;
      if (response.status === 400)
        throw new ReadItemError(`Cannot read a page of Notion's: ${await readErrorMessage(response)}`);
      const read = await readOk(response, markdownReply);
      return {
        markdown: read.markdown,
        partial: read.truncated === true || (read.unknown_block_ids ?? []).length > 0,
      };
    },
    read: async (path, schema, signal) => {
      const response = await send(path, { signal });
      return isGone(response) ? undefined : readOk(response, schema);
    },
  };
}

async function readList(response: Response, token: string | undefined): Promise<z.infer<typeof searchPage>> {
  if (token !== undefined && response.status === 400)
    throw new ExpiredCursorError(
      `Cannot read on where Notion's list was left: ${await readErrorMessage(response)}`,
    );
  if (response.status === 403)
    throw new PermissionError(
      `Cannot read Notion: ${await readErrorMessage(response)}; let the integration read content`,
    );
  return readOk(response, searchPage);
}

async function readOk<Shape>(response: Response, schema: z.ZodType<Shape>): Promise<Shape> {
  if (response.ok) return readJson(response, { schema, from: "Notion" });
  throw new UnavailableError(`Cannot read Notion: ${await readErrorMessage(response)}`);
}

const MAX_REASON_LENGTH = 200;

/** Notion's error message, as the end of a sentence. */
async function readErrorMessage(response: Response): Promise<string> {
  const status = `status is ${response.status}`;
  try {
    const { message } = errorBody.parse(await response.json());
    return message ? `"${message.slice(0, MAX_REASON_LENGTH)}" (${status})` : status;
  } catch {
    return status;
  }
}
