import * as z from "zod";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { isGone } from "../shared/http/is-gone";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { isRecord } from "../shared/vendors/atlassian/adf-node";
import { parseReply } from "../shared/vendors/atlassian/parse-reply";
import type { AtlassianSite } from "../shared/vendors/atlassian/resolve-site";
import { commentPage, ISSUE_FIELDS, issuePage, serverInfo, userSchema, worklogPage } from "./schema";

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
  /** Worklogs of an issue, oldest first; it stops as above. */
  worklogs(issueId: string, signal: AbortSignal): Promise<readonly unknown[]>;
  /** The bytes of an attachment; undefined when it is gone or forbidden. */
  attachment(file: { id: string; filename: string }, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** Name of a person by user name, on Data Center; undefined for an unknown one or when people may not be read. */
  userName(username: string, signal: AbortSignal): Promise<string | undefined>;
}

const REPLIES_PER_PAGE = 100;

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
      const expand = fields === ISSUE_FIELDS ? { expand: "names" } : {};
      const parameters = { jql, fields, maxResults: String(pageSize), ...expand, ...paging };
      const response = await get(cloud ? "/search/jql" : "/search", parameters, signal);
      const page = await parseReply(response, { schema: issuePage, from: "Jira", token });
      return cloud ? cloudPage(page) : serverPage(page, Number(token ?? 0));
    },
    issue: async (id, signal) => {
      const parameters = { fields: ISSUE_FIELDS, expand: "names" };
      const response = await get(`/issue/${encodeURIComponent(id)}`, parameters, signal);
      if (isGone(response)) return undefined;
      return parseReply(response, { schema: z.unknown(), from: "Jira" });
    },
    siteUrl: async (signal) => {
      const response = await get("/serverInfo", {}, signal);
      return (await parseReply(response, { schema: serverInfo, from: "Jira" })).baseUrl;
    },
    comments: (issueId, signal) =>
      all(async (startAt) => {
        const response = await get(
          `/issue/${encodeURIComponent(issueId)}/comment`,
          {
            ...pageOf(startAt),
            orderBy: "-created",
          },
          signal,
        );
        if (isGone(response)) return undefined;
        const { comments, total } = await parseReply(response, { schema: commentPage, from: "Jira" });
        return { items: comments, total };
      }),
    worklogs: (issueId, signal) =>
      all(async (startAt) => {
        const response = await get(`/issue/${encodeURIComponent(issueId)}/worklog`, pageOf(startAt), signal);
        if (isGone(response)) return undefined;
        const { worklogs, total } = await parseReply(response, { schema: worklogPage, from: "Jira" });
        return { items: worklogs, total };
      }),
    attachment: async ({ id, filename }, signal) => {
      // Without the redirect to a media server, which other sites may not read.
      const address = cloud
        ? `${root}/attachment/content/${encodeURIComponent(id)}?redirect=false`
        : `${apiUrl}/secure/attachment/${encodeURIComponent(id)}/${encodeURIComponent(filename)}`;
      const response = await api(address, { signal });
      if (isGone(response)) return undefined;
      if (!response.ok)
        throw new UnavailableError(`Cannot read an attachment of Jira: status is ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    userName: async (username, signal) => {
      if (cloud) return undefined;
      const response = await get("/user", { username }, signal);
      if (isGone(response) || response.status === 400) return undefined;
      const { displayName } = await parseReply(response, { schema: userSchema, from: "Jira" });
      return displayName || undefined;
    },
  };
}

function pageOf(startAt: number): Record<string, string> {
  return { startAt: String(startAt), maxResults: String(REPLIES_PER_PAGE) };
}

/** All items of a list that pages by offset, up to the maximum for a document. */
async function all(
  list: (
    startAt: number,
  ) => Promise<{ items: readonly unknown[]; total?: number | null | undefined } | undefined>,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (;;) {
    const page = await list(found.length);
    found.push(...(page?.items ?? []));
    const isEnd = !page || page.items.length === 0 || found.length >= (page.total ?? 0);
    if (isEnd || found.length > MAX_MESSAGES) return found;
  }
}

type RawPage = z.infer<typeof issuePage>;

/** The reply names the fields once; every issue gets the names. */
function namedIssues({ issues, names }: RawPage): readonly unknown[] {
  return names ? issues.map((issue) => (isRecord(issue) ? { names, ...issue } : issue)) : issues;
}

function cloudPage({ nextPageToken, ...page }: RawPage): IssuePage {
  return { issues: namedIssues(page), ...(nextPageToken && { next: nextPageToken }) };
}

/**
 * Data Center pages by offset: an issue that is updated meanwhile appears twice, and a deletion hides the next issue.
 */
function serverPage(page: RawPage, startAt: number): IssuePage {
  const { issues, total } = page;
  const end = startAt + issues.length;
  const more = issues.length > 0 && end < (total ?? 0);
  return { issues: namedIssues(page), ...(more && { next: String(end) }), ...(total != null && { total }) };
}
