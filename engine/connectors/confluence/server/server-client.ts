import * as z from "zod";
import { UnavailableError } from "../../../errors/unavailable-error";
import type { Fetch } from "../../../ports/fetch";
import { isGone } from "../../shared/http/is-gone";
import { parseReply } from "../../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { contentPage, serverUser } from "../schema";

export interface ServerSearch {
  readonly cql: string;
  readonly limit: number;
  readonly token?: string | undefined;
  /** With body and names, not only the version. */
  readonly whole: boolean;
  /** Parts of a comment: the page it belongs to. */
  readonly expand?: string;
}

/** Confluence Data Center's REST API. */
export interface ConfluenceServerClient {
  /** Contents that are not validated yet; `next` is the token of the next page. */
  search(
    search: ServerSearch,
    signal: AbortSignal,
  ): Promise<{ readonly results: readonly unknown[]; readonly next?: string; readonly total?: number }>;
  /** Undefined when it is gone, in the trash or forbidden. */
  content(id: string, signal: AbortSignal): Promise<unknown>;
  /** Comments with their replies, or attachments, not validated yet; empty when the content is gone. */
  around(id: string, what: "comment" | "attachment", signal: AbortSignal): Promise<readonly unknown[]>;
  /** The bytes of an attachment by its link; undefined when it is gone, forbidden or not on this server. */
  download(link: string, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** Name of a person by user key or user name; undefined for an unknown one or when people may not be read. */
  userName(id: string, signal: AbortSignal): Promise<string | undefined>;
}

const WHOLE = "version,space,ancestors,history,metadata.labels,body.storage";
const AROUND_PER_PAGE = 100;
const MAX_AROUND = 500;
const AROUND = {
  comment: {
    ...{ depth: "all", location: ["footer", "inline", "resolved"] },
    expand: "body.storage,version,history,ancestors,extensions.inlineProperties,extensions.resolution",
  },
  attachment: { expand: "version,metadata" },
} as const;

export function createServerClient(api: Fetch, { apiUrl }: AtlassianSite): ConfluenceServerClient {
  const get = (path: string, parameters: Parameters, signal: AbortSignal) =>
    api(`${apiUrl}/rest/api${path}?${toQuery(parameters)}`, {
      signal,
      headers: { Accept: "application/json" },
    });
  return {
    search: async ({ cql, limit, token = "0", whole, expand = whole ? WHOLE : "version" }, signal) => {
      const parameters = { cql, start: token, limit: String(limit), expand };
      const response = await get("/content/search", parameters, signal);
      const page = await parseReply(response, { schema: contentPage, from: "Confluence" });
      const { results, _links, totalSize } = page;
      // A server may return fewer than requested; only its link shows whether there are more.
      const next = _links?.next && results.length > 0 ? String(Number(token) + results.length) : undefined;
      return { results, ...(next !== undefined && { next }), ...(totalSize != null && { total: totalSize }) };
    },
    content: async (id, signal) => {
      const response = await get(`/content/${encodeURIComponent(id)}`, { expand: WHOLE }, signal);
      if (isGone(response)) return undefined;
      return parseReply(response, { schema: z.unknown(), from: "Confluence" });
    },
    around: async (id, what, signal) => {
      const found: unknown[] = [];
      for (;;) {
        const paging = { start: String(found.length), limit: String(AROUND_PER_PAGE) };
        const path = `/content/${encodeURIComponent(id)}/child/${what}`;
        const response = await get(path, { ...AROUND[what], ...paging }, signal);
        if (response.status === 404) return found;
        const { results, _links } = await parseReply(response, { schema: contentPage, from: "Confluence" });
        found.push(...results);
        if (results.length === 0 || !_links?.next || found.length >= MAX_AROUND) return found;
      }
    },
    download: async (link, signal) => {
      // A link to another server would receive the token.
      if (!/^\/(?![\\/])/.test(link)) return undefined;
      const response = await api(`${apiUrl}${link}`, { signal });
      if (isGone(response)) return undefined;
      if (!response.ok)
        throw new UnavailableError(`Cannot read an attachment of Confluence: status is ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    userName: async (id, signal) => {
      for (const by of ["key", "username"]) {
        const response = await get("/user", { [by]: id }, signal);
        if (isGone(response) || response.status === 400) continue;
        const { displayName } = await parseReply(response, { schema: serverUser, from: "Confluence" });
        if (displayName) return displayName;
      }
      return undefined;
    },
  };
}

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** A list becomes one parameter per value. */
function toQuery(parameters: Parameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const each of typeof value === "string" ? [value] : value) query.append(name, each);
  return query;
}
