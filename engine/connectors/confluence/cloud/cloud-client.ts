import type * as z from "zod";
import type { Fetch } from "../../../ports/fetch";
import { isGone } from "../../shared/http/is-gone";
import { parseReply } from "../../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { type ConfluenceKind, itemId } from "../confluence-kind";
import { contentPage, labelledContent, searchPage, spacePage, userPage } from "../schema";

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface CloudSpace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** What Confluence shows around a page, by the last part of its path. */
export type CloudSurroundings = "attachments" | "footer-comments" | "inline-comments";

export type CloudCommentKind = Exclude<CloudSurroundings, "attachments">;

/** Confluence Cloud: version 2 of its API, and version 1 for what version 2 lacks. */
export interface ConfluenceCloudClient {
  /** Contents that are not validated yet; `next` is the cursor of the next page. */
  contents(
    kind: ConfluenceKind,
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<{ readonly results: readonly unknown[]; readonly next?: string }>;
  /** Not validated yet; empty when the content is gone. It stops after the maximum for a document. */
  around(
    kind: ConfluenceKind,
    of: { readonly id: string; readonly what: CloudSurroundings },
    signal: AbortSignal,
  ): Promise<readonly unknown[]>;
  /** Replies to a comment, oldest first, not validated yet. */
  replies(what: CloudCommentKind, commentId: string, signal: AbortSignal): Promise<readonly unknown[]>;
  /** Comments of the whole site, last change first, not validated yet. */
  recentComments(
    what: CloudCommentKind,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly results: readonly unknown[]; readonly next?: string }>;
  labels(kind: ConfluenceKind, id: string, signal: AbortSignal): Promise<readonly string[]>;
  spaces(
    by: { ids: readonly string[] } | { keys: readonly string[] },
    signal: AbortSignal,
  ): Promise<readonly CloudSpace[]>;
  /** Base address of the site's pages, without a trailing slash; undefined when Confluence does not give it. */
  siteUrl(signal: AbortSignal): Promise<string | undefined>;
  /** Names by account id; empty when the token may not read users. */
  userNames(accountIds: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Item ids of the search results, best first. */
  search(cql: string, limit: number, signal: AbortSignal): Promise<readonly string[]>;
}

const MAX_SPACES = 250;
const SURROUNDINGS_PER_PAGE = 100;
const MAX_SURROUNDINGS = 500;
const RECENT_COMMENTS_PER_PAGE = 50;
const PATHS: Readonly<Record<ConfluenceKind, string>> = {
  page: "/api/v2/pages",
  blogpost: "/api/v2/blogposts",
};

export function createCloudClient(api: Fetch, { apiUrl }: AtlassianSite): ConfluenceCloudClient {
  const get = (path: string, parameters: Parameters, signal: AbortSignal) =>
    api(`${apiUrl}/wiki${path}?${toQuery(parameters)}`, { signal, headers: { Accept: "application/json" } });

  async function page(path: string, parameters: Parameters, signal: AbortSignal) {
    return toPage(await get(path, parameters, signal), parameters.cursor);
  }

  /** All items of a list of a content or a comment; empty when that is gone. */
  async function list(
    path: string,
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...parameters, limit: String(SURROUNDINGS_PER_PAGE), cursor };
      const response = await get(path, query, signal);
      if (response.status === 404) return found;
      const { results, next } = await toPage(response, cursor);
      found.push(...results);
      cursor = next === cursor ? undefined : next;
    } while (cursor !== undefined && found.length < MAX_SURROUNDINGS);
    return found;
  }

  return {
    contents: (kind, parameters, signal) => page(PATHS[kind], { status: "current", ...parameters }, signal),
    around: (kind, { id, what }, signal) =>
      list(`${PATHS[kind]}/${encodeURIComponent(id)}/${what}`, what === "attachments" ? {} : STORAGE, signal),
    replies: (what, commentId, signal) =>
      list(`/api/v2/${what}/${encodeURIComponent(commentId)}/children`, STORAGE, signal),
    recentComments: (what, cursor, signal) =>
      page(
        `/api/v2/${what}`,
        { sort: "-modified-date", limit: String(RECENT_COMMENTS_PER_PAGE), cursor },
        signal,
      ),
    labels: async (kind, id, signal) => {
      const path = `${PATHS[kind]}/${encodeURIComponent(id)}`;
      const response = await get(path, { "include-labels": "true" }, signal);
      if (response.status === 404) return [];
      const { labels } = await parseReply(response, { schema: labelledContent, from: "Confluence" });
      return labels?.results.map(({ name }) => name) ?? [];
    },
    spaces: async (by, signal) => {
      const response = await get("/api/v2/spaces", { ...by, limit: String(MAX_SPACES) }, signal);
      const { results } = await parseReply(response, { schema: spacePage, from: "Confluence" });
      return results.map(({ id, key, name }) => ({ id, key, name: name || key }));
    },
    siteUrl: async (signal) => {
      const response = await get("/api/v2/spaces", { limit: "1" }, signal);
      const { _links } = await parseReply(response, { schema: contentPage, from: "Confluence" });
      return _links?.base?.replace(/\/wiki\/?$/, "");
    },
    userNames: async (accountIds, signal) => {
      const response = await get("/rest/api/user/bulk", { accountId: accountIds }, signal);
      // 401: the token lacks the scope.
      if (isGone(response) || response.status === 401) return new Map();
      const { results } = await parseReply(response, { schema: userPage, from: "Confluence" });
      return toNames(results);
    },
    search: async (cql, limit, signal) => {
      const response = await get("/rest/api/search", { cql, limit: String(limit) }, signal);
      const { results } = await parseReply(response, { schema: searchPage, from: "Confluence" });
      return results.flatMap(({ content }) =>
        content ? [itemId(content.type === "blogpost" ? "blogpost" : "page", content.id)] : [],
      );
    },
  };
}

function toNames(users: z.infer<typeof userPage>["results"]): ReadonlyMap<string, string> {
  return new Map(
    users.flatMap(({ accountId, displayName, publicName }) => {
      const name = displayName || publicName;
      return accountId && name ? [[accountId, name] as const] : [];
    }),
  );
}

const STORAGE: Parameters = { "body-format": "storage" };

async function toPage(response: Response, cursor: Parameters[string]) {
  const token = typeof cursor === "string" ? cursor : undefined;
  const { results, _links } = await parseReply(response, { schema: contentPage, from: "Confluence", token });
  const next = nextCursor(_links?.next);
  return { results, ...(next !== undefined && { next }) };
}

/** A list becomes one parameter per value. */
function toQuery(parameters: Parameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const each of typeof value === "string" ? [value] : (value ?? [])) query.append(name, each);
  return query;
}

/** The link to the next page is relative to a host that the gateway does not serve; only its cursor is used. */
function nextCursor(link: string | null | undefined): string | undefined {
  return link
    ? (new URL(link, "https://relative.invalid").searchParams.get("cursor") ?? undefined)
    : undefined;
}
