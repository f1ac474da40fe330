import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import type { Connector, ConnectorContext } from "../connector";
import { createFeedConnector } from "../shared/pull/feed/create-feed-connector";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { listCountedIds } from "../shared/vendors/atlassian/list-counted-ids";
import { type AtlassianSite, resolveSite } from "../shared/vendors/atlassian/resolve-site";
import { createJiraClient, type JiraClient } from "./client";
import { listJql, searchJql } from "./jql";
import { itemId, type ParsedIssue, parseIssue, parseIssueStamps, parseIssues } from "./parse-issue";
import { toDocument } from "./to-document";

/** Jira returns fewer when they are large; the token still names the next page. */
const ISSUES_PER_PAGE = 50;
/** Jira returns up to 5,000 ids at once, Data Center 1,000. */
const IDS_PER_PAGE = 1000;

interface JiraDeps {
  readonly context: ConnectorContext;
  readonly site: AtlassianSite;
  readonly client: JiraClient;
}

/** Creates a connector that reads issues with their comments, newest update first. */
export function createJiraConnector(context: ConnectorContext): Connector {
  const createDeps = (): JiraDeps => {
    const site = resolveSite("jira", context.source);
    return { context, site, client: createJiraClient(context.api, site) };
  };
  const { settings } = context.source;
  const floor = readDateSetting(settings, "since");
  return {
    pull: (cursor, signal) => pull(createDeps(), cursor, signal),
    listIds: async (signal) => listIds(createDeps(), floor, signal),
    fetchItems: async (itemIds, signal) => fetchItems(createDeps(), itemIds, signal),
    search: async (query, signal) => {
      const jql = searchJql(settings, query);
      if (jql === undefined) return [];
      const deps = createDeps();
      const { issues } = await deps.client.search({ jql, pageSize: query.limit }, signal);
      const wanted = parseIssues(issues, deps.site.siteUrl).filter(({ updatedAt }) =>
        isInTimeRange(query, updatedAt),
      );
      return (await deliver(deps, wanted, signal)).documents;
    },
  };
}

async function pull(deps: JiraDeps, cursor: string | undefined, signal: AbortSignal) {
  const { settings } = deps.context.source;
  const floor = readDateSetting(settings, "since");
  const feed = createFeedConnector<ParsedIssue>({
    clock: deps.context.clock,
    known: deps.context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token, since }, listSignal) => {
      const jql = listJql(settings, { since, order: "updated DESC" });
      const page = await deps.client.search({ jql, pageSize: ISSUES_PER_PAGE, token }, listSignal);
      const { next, total } = page;
      const items = parseIssues(page.issues, deps.site.siteUrl);
      return { items, ...(next !== undefined && { next }), ...(total !== undefined && { total }) };
    },
    describe: (item) => item,
    deliver: (items, deliverSignal) => deliver(deps, items, deliverSignal),
  });
  return feed.pull(cursor, signal);
}

async function deliver(
  deps: JiraDeps,
  items: readonly ParsedIssue[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const outcomes = await Promise.all(items.map((item) => deliverOne(deps, item, signal)));
  return {
    documents: outcomes.filter((each) => "content" in each),
    failures: outcomes.filter((each) => "outcome" in each),
    deletions: [],
  };
}

/** A list contains only the first comments of a long discussion; the rest takes a request of its own. */
async function deliverOne(
  { client, site }: JiraDeps,
  { found }: ParsedIssue,
  signal: AbortSignal,
): Promise<SourceDocument | ItemFailure> {
  if ("failure" in found) return found.failure;
  const { issue } = found;
  const { comments = [], total } = issue.fields.comment ?? {};
  const complete = (total ?? 0) <= comments.length;
  return toDocument(issue, complete ? comments : await client.comments(issue.id, signal), site);
}

async function listIds(
  { client, context }: JiraDeps,
  floor: number | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const jql = listJql(context.source.settings, { since: floor, order: "created DESC" });
  // Without a date to compare, a list of ids is the cheapest request.
  const fields = floor === undefined ? "id" : "updated";
  return listCountedIds(
    async (token) => {
      const request = { jql, fields, pageSize: IDS_PER_PAGE, token };
      const { issues, ...page } = await client.search(request, signal);
      return { ...page, items: parseIssueStamps(issues) };
    },
    { floor, from: "Jira", items: "issues" },
  );
}

async function fetchItems(
  deps: JiraDeps,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const { client, site } = deps;
  const found = await Promise.all(
    itemIds.map(async (id) => {
      const raw = await client.issue(id.slice(itemId("").length), signal);
      return parseIssue(raw, { siteUrl: site.siteUrl }) ?? id;
    }),
  );
  const gone = found.filter((each) => typeof each === "string");
  const present = found.filter((each) => typeof each !== "string");
  return { ...(await deliver(deps, present, signal)), deletions: gone };
}
