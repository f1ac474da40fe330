import * as z from "zod";
import type { Fetch } from "../../../ports/fetch";
import { isGone } from "../../shared/http/is-gone";
import { parseReply } from "../../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { contentPage } from "../schema";

export interface ServerSearch {
  readonly cql: string;
  readonly limit: number;
  readonly token?: string | undefined;
  /** With body and names, not only the version. */
  readonly whole: boolean;
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
}

const WHOLE = "version,space,ancestors,history,body.storage";

export function createServerClient(api: Fetch, { apiUrl }: AtlassianSite): ConfluenceServerClient {
  const get = (path: string, parameters: Record<string, string>, signal: AbortSignal) =>
    api(`${apiUrl}/rest/api/content${path}?${new URLSearchParams(parameters)}`, {
      signal,
      headers: { Accept: "application/json" },
    });
  return {
    search: async ({ cql, limit, token = "0", whole }, signal) => {
      const parameters = { cql, start: token, limit: String(limit), expand: whole ? WHOLE : "version" };
      const response = await get("/search", parameters, signal);
      const page = await parseReply(response, { schema: contentPage, from: "Confluence" });
      const { results, _links, totalSize } = page;
      // A server may return fewer than requested; only its link shows whether there are more.
      const next = _links?.next && results.length > 0 ? String(Number(token) + results.length) : undefined;
      return { results, ...(next !== undefined && { next }), ...(totalSize != null && { total: totalSize }) };
    },
    content: async (id, signal) => {
      const response = await get(`/${encodeURIComponent(id)}`, { expand: WHOLE }, signal);
      if (isGone(response)) return undefined;
      return parseReply(response, { schema: z.unknown(), from: "Confluence" });
    },
  };
}
