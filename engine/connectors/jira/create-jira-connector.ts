import type { ItemsPage } from "../../model/pull-page";
import type { Connector, ConnectorContext } from "../connector";
import { createFeedConnector } from "../shared/pull/feed/create-feed-connector";
import { EMPTY_ITEMS, mergeItems } from "../shared/pull/items-page";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { attachmentPrefix, parseAttachmentItemId } from "../shared/vendors/atlassian/attachments";
import { createPeople, type FindPeople } from "../shared/vendors/atlassian/create-people";
import { listCountedIds } from "../shared/vendors/atlassian/list-counted-ids";
import { type AtlassianSite, resolveSite } from "../shared/vendors/atlassian/resolve-site";
import { createJiraClient, type JiraClient } from "./client";
import { attachmentIds, deliverAttachments } from "./deliver-attachments";
import { namesWithin, unknownMentions } from "./issue-people";
import { listJql, searchJql } from "./jql";
import { itemId, type ParsedIssue, parseIssue, parseIssueStamps, parseIssues } from "./parse-issue";
import type { JiraIssue } from "./schema";
import { toDocument } from "./to-document";

/** Jira returns fewer when they are large; the token still names the next page. */
const ISSUES_PER_PAGE = 50;
/** Jira returns up to 5,000 ids at once, Data Center 1,000. */
const IDS_PER_PAGE = 1000;

interface JiraDeps {
  readonly context: ConnectorContext;
  readonly site: AtlassianSite;
  readonly client: JiraClient;
  /** Names of people by user name, on Data Center. */
  readonly people: FindPeople;
  /** Item ids that are delivered again though the ledger has them. */
  readonly again?: ReadonlySet<string>;
}

/** Creates a connector that reads issues with their comments, newest update first. */
export function createJiraConnector(context: ConnectorContext): Connector {
  // The site is resolved by the first call, so that a missing address is an error of that call.
  let deps: JiraDeps | undefined;
  const createDeps = (): JiraDeps => {
    if (deps) return deps;
    const site = resolveSite("jira", context.source);
    const client = createJiraClient(context.api, site);
    deps = { context, site, client, people: createPeople(client.userName) };
    return deps;
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
      const { client, site } = createDeps();
      const { issues } = await client.search({ jql, pageSize: query.limit }, signal);
      const wanted = parseIssues(issues, site.siteUrl).filter(({ updatedAt }) =>
        isInTimeRange(query, updatedAt),
      );
      const { documents } = await deliver(createDeps(), wanted, signal);
      return documents.filter(({ type }) => type === "issue");
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
  return mergeItems(await Promise.all(items.map((item) => deliverOne(deps, item, signal))));
}

/** An issue with its attachments, or its failure. */
async function deliverOne(
  deps: JiraDeps,
  { found }: ParsedIssue,
  signal: AbortSignal,
): Promise<Partial<ItemsPage>> {
  if ("failure" in found) return { failures: [found.failure] };
  const { issue, lost } = found;
  const { documents, deletions, notes } = await deliverAttachments(deps, issue, signal);
  const details = { ...(await readDetails(deps, issue, signal)), lost, notes };
  return { documents: [toDocument(issue, details, deps.site), ...documents], deletions };
}

/** A list contains only the first comments and worklogs of an issue; the rest takes requests of their own. */
async function readDetails({ client, site, people }: JiraDeps, issue: JiraIssue, signal: AbortSignal) {
  const { id, fields } = issue;
  const { comments = [], total: commentTotal } = fields.comment ?? {};
  const { worklogs = [], total: worklogTotal } = fields.worklog ?? {};
  const details = {
    comments: (commentTotal ?? 0) <= comments.length ? comments : await client.comments(id, signal),
    worklogs: (worklogTotal ?? 0) <= worklogs.length ? worklogs : await client.worklogs(id, signal),
  };
  const values = [fields, details.comments, details.worklogs];
  const names = namesWithin(...values);
  // The cloud's format has the names of the people it mentions.
  if (!site.cloud)
    for (const [username, name] of await people(unknownMentions(values, names), signal))
      names.set(username, name);
  return { ...details, names };
}

async function listIds(
  { client, context }: JiraDeps,
  floor: number | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const jql = listJql(context.source.settings, { since: floor, order: "created DESC" });
  // Without a date to compare, a list of ids is the cheapest request.
  const fields = floor === undefined ? "id" : "updated";
  const issues = await listCountedIds(
    async (token) => {
      const request = { jql, fields, pageSize: IDS_PER_PAGE, token };
      const { issues, ...page } = await client.search(request, signal);
      return { ...page, items: parseIssueStamps(issues) };
    },
    { floor, from: "Jira", items: "issues" },
  );
  // A list of ids has no attachments; those of an issue that exists were compared when it was last read.
  const listed = new Set(issues);
  const attachments = await context.withPrefix(attachmentPrefix());
  return [
    ...issues,
    ...attachments.filter((id) => listed.has(itemId(parseAttachmentItemId(id)?.parent ?? ""))),
  ];
}

async function fetchItems(
  deps: JiraDeps,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const wanted = new Set(itemIds);
  const issueIds = new Set(
    itemIds.map((id) => parseAttachmentItemId(id)?.parent ?? id.slice(itemId("").length)),
  );
  const pages = await Promise.all(
    [...issueIds].map((id) => fetchIssue({ ...deps, again: wanted }, id, signal)),
  );
  const { documents, failures, deletions } = mergeItems(pages);
  return {
    documents: documents.filter(({ id }) => wanted.has(id)),
    failures: failures.filter(({ id }) => wanted.has(id)),
    deletions: [...new Set([...deletions, ...missing(itemIds, pages)])],
  };
}

interface FetchedIssue extends ItemsPage {
  /** Item ids of the issue and its attachments that exist. */
  readonly existing: readonly string[];
}

async function fetchIssue(deps: JiraDeps, issueId: string, signal: AbortSignal): Promise<FetchedIssue> {
  const raw = await deps.client.issue(issueId, signal);
  if (raw === undefined) return { ...EMPTY_ITEMS, existing: [] };
  const item = parseIssue(raw, { siteUrl: deps.site.siteUrl });
  const delivered = await deliver(deps, [item], signal);
  const attachments = "issue" in item.found ? attachmentIds(item.found.issue) : [];
  return { ...delivered, existing: [itemId(issueId), ...attachments] };
}

function missing(itemIds: readonly string[], pages: readonly FetchedIssue[]): readonly string[] {
  const existing = new Set(pages.flatMap((page) => page.existing));
  return itemIds.filter((id) => !existing.has(id));
}
