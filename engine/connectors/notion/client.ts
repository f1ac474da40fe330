import type * as z from "zod";
import { ExpiredCursorError } from "../../errors/expired-cursor-error";
import { PermissionError } from "../../errors/permission-error";
import { ReadItemError } from "../../errors/read-item-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { isGone } from "../shared/http/is-gone";
import { readJson } from "../shared/http/read-json";
import { anyObject, errorBody, looseList, markdownReply, searchPage } from "./schema";

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
  /** In either version of Notion's Markdown. */
  readonly markdown: string;
  /** True when blocks are missing. */
  readonly truncated: boolean;
  /** Blocks that are missing and may be requested like pages. */
  readonly unknownIds: readonly string[];
}

/** The items of a list that have pages of a hundred. */
export interface NotionResults {
  /** Not validated yet. */
  readonly results: readonly unknown[];
  /** True when there are more. */
  readonly isCut: boolean;
}

export interface NotionClient {
  /** Newest edit first; best first for a query. */
  search(query: PageQuery, signal: AbortSignal): Promise<NotionList>;
  /** Pages in the trash, newest edit first; empty where Notion does not list them. */
  trash(signal: AbortSignal): Promise<readonly unknown[]>;
  /**
   * A page or a block. Undefined when it is gone or no longer shared. Rejects with ReadItemError when Notion cannot render
   * it.
   */
  markdown(pageId: string, signal: AbortSignal): Promise<NotionMarkdown | undefined>;
  /** Reads an object by its path; undefined when it is gone or not visible. */
  read<Shape>(path: string, schema: z.ZodType<Shape>, signal: AbortSignal): Promise<Shape | undefined>;
  /** As `read`, for an object that an item can do without: undefined also when it is not as documented. */
  readOptional<Shape>(
    path: string,
    schema: z.ZodType<Shape>,
    signal: AbortSignal,
  ): Promise<Shape | undefined>;
  /** Undefined when the list is not visible. */
  list(
    path: string,
    params: Readonly<Record<string, string>>,
    options: { readonly maxPages: number; readonly signal: AbortSignal },
  ): Promise<NotionResults | undefined>;
}

export function createNotionClient(api: Fetch): NotionClient {
  const send = (path: string, init: RequestInit) =>
    api(`${ORIGIN}/v1/${path}`, {
      ...init,
      headers: { "Notion-Version": VERSION, "Content-Type": "application/json" },
    });
  const sendForMarkdown = createMarkdownRequest();
  return {
    search: async ({ query, pageSize, token }, signal) => {
      // Without a filter it lists data sources too.
      const body = {
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
      const path = `pages/${encodeURIComponent(pageId)}/markdown?include_transcript=true`;
      const response = await sendForMarkdown((version) => send(`${path}${version}`, { signal }));
      if (isGone(response)) return undefined;
      if (response.status === 400)
        throw new ReadItemError(`Cannot read a page of Notion's: ${await readErrorMessage(response)}`);
      return toMarkdown(await readOk(response, anyObject));
    },
    read: async (path, schema, signal) => {
      const response = await send(path, { signal });
      return isGone(response) ? undefined : readOk(response, schema);
    },
    readOptional: async (path, schema, signal) => {
      const response = await send(path, { signal });
      if (isGone(response) || response.status === 400) return undefined;
      return schema.safeParse(await readOk(response, anyObject)).data;
    },
    list: async (path, params, { maxPages, signal }) => {
      const results: unknown[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < maxPages; page++) {
        const start = cursor === undefined ? {} : { start_cursor: cursor };
        const query = new URLSearchParams({ ...params, page_size: "100", ...start });
        const reply = await readLooseList(await send(`${path}?${query}`, { signal }));
        if (reply === undefined) return page === 0 ? undefined : { results, isCut: true };
        results.push(...reply.results);
        cursor = reply.next;
        if (cursor === undefined) return { results, isCut: false };
      }
      return { results, isCut: true };
    },
  };
}

async function readLooseList(
  response: Response,
): Promise<{ readonly results: readonly unknown[]; readonly next: string | undefined } | undefined> {
  if (isGone(response) || response.status === 400) return undefined;
  const { results, has_more, next_cursor } = looseList.parse(await readOk(response, anyObject));
  return { results: results ?? [], next: (has_more && next_cursor) || undefined };
}

/**
 * Requests the second version of Notion's Markdown, which has more kinds of blocks and which the next version of the API
 * requires, and the first one where Notion refuses that.
 */
function createMarkdownRequest() {
  let refusesSecond = false;
  return async (send: (version: string) => Promise<Response>): Promise<Response> => {
    if (refusesSecond) return send("");
    const second = await send("&markdown_version=v2");
    if (second.status !== 400) return second;
    const first = await send("");
    refusesSecond = first.ok && /markdown_version/.test(await second.text());
    return first;
  };
}

function toMarkdown(reply: unknown): NotionMarkdown {
  const { data, error } = markdownReply.safeParse(reply);
  if (data === undefined)
    throw new ReadItemError(
      `Cannot read a page of Notion's: "${error.issues[0]?.path.join(".")}" is not as documented`,
    );
  return {
    markdown: data.markdown,
    truncated: data.truncated === true,
    unknownIds: (data.unknown_block_ids ?? []).filter((id) => typeof id === "string"),
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
