import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { isWithin } from "../api/is-within";
import { readDateSetting } from "../api/read-date-setting";
import { authorize } from "../atlassian/authorize";
import { identify } from "../atlassian/identify";
import { listCountedIds } from "../atlassian/list-counted-ids";
import { quotaOf } from "../atlassian/quota-of";
import { readReply } from "../atlassian/read-reply";
import { type AtlassianSite, readSite } from "../atlassian/read-site";
import { atlassianService, siteFields } from "../atlassian/service";
import type { Connector, ConnectorContext, ConnectorDefinition } from "../connector";
import { createFeedConnector } from "../feed/create-feed-connector";
import { createJiraClient, type JiraClient } from "./client";
import { listJql, searchJql } from "./jql";
import { itemId, type ReadIssue, readIssue, readIssues, readStamps } from "./read-issue";
import { serverInfo } from "./schema";
import { toDocument } from "./to-document";

const SCOPE = "read:jira-work";

export const jira: ConnectorDefinition = {
  declaration: {
    id: "jira",
    name: "Jira",
    description: "The issues you can see in Jira, with their comments.",
    icon: "ticket",
    permissions: [],
    settings: [
      ...siteFields,
      {
        key: "projects",
        label: "Projects",
        help: "Keys or names of the projects to read; leave it empty for all you can see.",
        kind: "list",
        initial: "",
      },
      {
        key: "labels",
        label: "Labels",
        help: "Reads only issues with one of these labels.",
        kind: "list",
        initial: "",
      },
      {
        key: "since",
        label: "Updated since",
        help: "Leaves out issues that nobody has touched since this day.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 24 * 60,
    service: atlassianService("Jira", [SCOPE]),
  },
  service: {
    authorize,
    quotaOf,
    identify: (request) =>
      identify(
        {
          product: "jira",
          name: "Jira",
          scopes: [SCOPE],
          userPath: ({ cloud }) => `/rest/api/${cloud ? 3 : 2}/myself`,
          siteUrl: async ({ apiUrl }, { api, signal }) => {
            const response = await api(`${apiUrl}/rest/api/3/serverInfo`, { signal });
            return (await readReply(response, { schema: serverInfo, from: "Jira" })).baseUrl;
          },
        },
        request,
      ),
  },
  create: createJira,
};

/** Fewer come when they are large; the token then names the next one all the same. */
const ISSUES_A_PAGE = 50;
/** Jira gives up to 5,000 at once when asked for ids only, Data Center 1,000. */
const IDS_A_PAGE = 1000;

interface Room {
  readonly context: ConnectorContext;
  readonly site: AtlassianSite;
  readonly client: JiraClient;
}

function createJira(context: ConnectorContext): Connector {
  const enter = (): Room => {
    const site = readSite("jira", context.source);
    return { context, site, client: createJiraClient(context.api, site) };
  };
  const { settings } = context.source;
  const floor = readDateSetting(settings, "since");
  return {
    pull: (cursor, signal) => pull(enter(), cursor, signal),
    listIds: async (signal) => listIds(enter(), floor, signal),
    fetchItems: async (itemIds, signal) => fetchItems(enter(), itemIds, signal),
    search: async (query, signal) => {
      const jql = searchJql(settings, query);
      if (jql === undefined) return [];
      const room = enter();
      const { issues } = await room.client.search({ jql, pageSize: query.limit }, signal);
      const wanted = readIssues(issues, room.site.siteUrl).filter(({ updatedAt }) =>
        isWithin(query, updatedAt),
      );
      return (await deliver(room, wanted, signal)).documents;
    },
  };
}

async function pull(room: Room, cursor: string | undefined, signal: AbortSignal) {
  const { settings } = room.context.source;
  const floor = readDateSetting(settings, "since");
  const feed = createFeedConnector<ReadIssue>({
    clock: room.context.clock,
    known: room.context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token, since }, listSignal) => {
      const jql = listJql(settings, { since, order: "updated DESC" });
      const page = await room.client.search({ jql, pageSize: ISSUES_A_PAGE, token }, listSignal);
      const { next, total } = page;
      const items = readIssues(page.issues, room.site.siteUrl);
      return { items, ...(next !== undefined && { next }), ...(total !== undefined && { total }) };
    },
    describe: (item) => item,
    deliver: (items, deliverSignal) => deliver(room, items, deliverSignal),
  });
  return feed.pull(cursor, signal);
}

async function deliver(room: Room, items: readonly ReadIssue[], signal: AbortSignal): Promise<ItemsPage> {
  const said = await Promise.all(items.map((item) => deliverOne(room, item, signal)));
  return {
    documents: said.filter((each) => "content" in each),
    failures: said.filter((each) => "outcome" in each),
    deletions: [],
  };
}

/** A list carries only the first comments of a long discussion; the rest takes a request of its own. */
async function deliverOne(
  { client, site }: Room,
  { found }: ReadIssue,
  signal: AbortSignal,
): Promise<SourceDocument | ItemFailure> {
  if ("failure" in found) return found.failure;
  const { issue } = found;
  const { comments = [], total } = issue.fields.comment ?? {};
  const complete = (total ?? 0) <= comments.length;
  return toDocument(issue, complete ? comments : await client.comments(issue.id, signal), site);
}

async function listIds(
  { client, context }: Room,
  floor: number | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const jql = listJql(context.source.settings, { since: floor, order: "created DESC" });
  // Without a date to compare, the ids alone are the cheapest answer Jira has.
  const fields = floor === undefined ? "id" : "updated";
  return listCountedIds(
    async (token) => {
      const request = { jql, fields, pageSize: IDS_A_PAGE, token };
      const { issues, ...page } = await client.search(request, signal);
      return { ...page, items: readStamps(issues) };
    },
    { floor, from: "Jira", items: "issues" },
  );
}

async function fetchItems(room: Room, itemIds: readonly string[], signal: AbortSignal): Promise<ItemsPage> {
  const { client, site } = room;
  const found = await Promise.all(
    itemIds.map(async (id) => {
      const raw = await client.issue(id.slice(itemId("").length), signal);
      return readIssue(raw, { siteUrl: site.siteUrl }) ?? id;
    }),
  );
  const gone = found.filter((each) => typeof each === "string");
  const there = found.filter((each) => typeof each !== "string");
  return { ...(await deliver(room, there, signal)), deletions: gone };
}
