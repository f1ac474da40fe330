import * as z from "zod";
import type { Fetch } from "../../ports/fetch";
import { isGone } from "../shared/http/is-gone";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { parseReply } from "../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../shared/vendors/atlassian/resolve-site";
import { commentPage, ISSUE_FIELDS, issuePage, serverInfo } from "./schema";

export interface IssueQuery {
  readonly jql: string;
  /** The fields of the schema when absent. */
  readonly fields?: string;
  readonly pageSize: number;
  readonly token?: string | undefined;
}

/** Issues that are not validated yet. */
export interface IssuePage {
  readonly issues: readonly unknown[];
  /** Token of the next page; absent on the last. */
  readonly next?: string;
  /** Only Data Center reports the total. */
  readonly total?: number;
}

/**
 * Jira's REST API, version 3 in the cloud and 2 on Data Center. It uses GET only, because Jira protects POST against
 * cross-site requests.
 */
export interface JiraClient {
  search(query: IssueQuery, signal: AbortSignal): Promise<IssuePage>;
  /** Undefined when it is gone or forbidden. */
  issue(id: string, signal: AbortSignal): Promise<unknown>;
  /** Base address of the site's pages. */
  siteUrl(signal: AbortSignal): Promise<string>;
  /** Comments of an issue, newest first; it stops after the maximum for a document. */
  comments(issueId: string, signal: AbortSignal): Promise<readonly unknown[]>;
}

const COMMENTS_PER_PAGE = 100;

export function createJiraClient(api: Fetch, { apiUrl, cloud }: AtlassianSite): JiraClient {
  const root = `${apiUrl}/rest/api/${cloud ? 3 : 2}`;
  const get = (path: string, parameters: Record<string, string>, signal: AbortSignal) =>
    api(`${root}${path}?${new URLSearchParams(parameters)}`, {
      signal,
      headers: { Accept: "application/json" },
    });
  return {
    search: async ({ jql, fields = ISSUE_FIELDS, pageSize, token }, signal) => {
      const paging = token === undefined ? {} : { [cloud ? "nextPageToken" : "startAt"]: token };
      const parameters = { jql, fields, maxResults: String(pageSize), ...paging };
      const response = await get(cloud ? "/search/jql" : "/search", parameters, signal);
      const page = await parseReply(response, { schema: issuePage, from: "Jira", token });
      return cloud ? cloudPage(page) : serverPage(page, Number(token ?? 0));
    },
    issue: async (id, signal) => {
      const response = await get(`/issue/${encodeURIComponent(id)}`, { fields: ISSUE_FIELDS }, signal);
      if (isGone(response)) return undefined;
      return parseReply(response, { schema: z.unknown(), from: "Jira" });
    },
    siteUrl: async (signal) => {
      const response = await get("/serverInfo", {}, signal);
      return (await parseReply(response, { schema: serverInfo, from: "Jira" })).baseUrl;
    },
    comments: async (issueId, signal) => {
      const all: unknown[] = [];
      for (;;) {
        const paging = {
          startAt: String(all.length),
          maxResults: String(COMMENTS_PER_PAGE),
          orderBy: "-created",
        };
        const response = await get(`/issue/${encodeURIComponent(issueId)}/comment`, paging, signal);
        if (isGone(response)) return all;
        const { comments, total } = await parseReply(response, { schema: commentPage, from: "Jira" });
        all.push(...comments);
        const isEnd = comments.length === 0 || all.length >= (total ?? 0);
        if (isEnd || all.length > MAX_MESSAGES) return all;
      }
    },
  };
}

type RawPage = z.infer<typeof issuePage>;

function cloudPage({ issues, nextPageToken }: RawPage): IssuePage {
  return { issues, ...(nextPageToken && { next: nextPageToken }) };
}

/**
 * Data Center pages by offset: an issue that is updated meanwhile appears twice, and a deletion hides the next issue.
 */
function serverPage({ issues, total }: RawPage, startAt: number): IssuePage {
  const end = startAt + issues.length;
  const more = issues.length > 0 && end < (total ?? 0);
  return { issues, ...(more && { next: String(end) }), ...(total != null && { total }) };
}
