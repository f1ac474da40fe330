import type { Fetch } from "../../../ports/fetch";
import { isGone } from "../../shared/http/is-gone";
import { parseReply } from "../../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { type ConfluenceKind, itemId } from "../confluence-kind";
import { contentPage, searchPage, spacePage, userPage } from "../schema";

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface CloudSpace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Confluence Cloud: version 2 of its API, and version 1 for what version 2 lacks. */
export interface ConfluenceCloudClient {
  /** Contents that are not validated yet; `next` is the cursor of the next page. */
  contents(
    kind: ConfluenceKind,
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<{ readonly results: readonly unknown[]; readonly next?: string }>;
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
const PATHS: Readonly<Record<ConfluenceKind, string>> = {
  page: "/api/v2/pages",
  blogpost: "/api/v2/blogposts",
};

export function createCloudClient(api: Fetch, { apiUrl }: AtlassianSite): ConfluenceCloudClient {
  const get = (path: string, parameters: Parameters, signal: AbortSignal) =>
    api(`${apiUrl}/wiki${path}?${toQuery(parameters)}`, { signal, headers: { Accept: "application/json" } });
  return {
    contents: async (kind, parameters, signal) => {
      const response = await get(PATHS[kind], { status: "current", ...parameters }, signal);
      const token = typeof parameters.cursor === "string" ? parameters.cursor : undefined;
      const page = await parseReply(response, { schema: contentPage, from: "Confluence", token });
      const next = nextCursor(page._links?.next);
      return { results: page.results, ...(next !== undefined && { next }) };
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
      if (isGone(response)) return new Map();
      const { results } = await parseReply(response, { schema: userPage, from: "Confluence" });
      return new Map(
        results.flatMap(({ accountId, displayName, publicName }) => {
          const name = displayName || publicName;
          return accountId && name ? [[accountId, name] as const] : [];
        }),
      );
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
