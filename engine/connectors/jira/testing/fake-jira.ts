import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  createFakeSite,
  type FakeEdition,
  type FakeSite,
  fakeUser,
} from "../../shared/vendors/atlassian/testing/fake-site";
import {
  createFakeJiraIssueStore,
  type FakeJiraIssue,
  type FakeJiraIssueStore,
  PROJECTS,
  projectOf,
} from "./fake-jira-issue-store";
import { parseFakeJql } from "./fake-jql";
import { FIELD_NAMES, toCommentJson, toIssueJson, toWorklogJson } from "./to-issue-json";

export interface FakeJira extends FakeVendor {
  /** Adds a comment, which counts as an update. */
  comment(name: string, text: string): void;
  /** Changes any fields of an issue, which counts as an update. */
  change(name: string, fields: Partial<FakeJiraIssue>): void;
  /** Adds an issue with these labels to a project. */
  createIn(project: string, name: string, labels?: readonly string[]): string;
}

/**
 * A fake Jira of either edition, after the published OpenAPI document (version 3) and Data Center's REST reference
 * (2).
 */
export function createFakeJira(
  { now, pageSize = 50 }: FakeVendorOptions,
  edition: FakeEdition = "gateway",
): FakeJira {
  const site = createFakeSite("jira", { edition, scopes: ["read:jira-work"] });
  const issueStore = createFakeJiraIssueStore(now);
  const state: FakeState = { site, issueStore, pageSize, complete: true, epoch: 0 };
  const { hosts, token, user, settings, account, revokeTokens, limitReply } = site;
  return {
    ...{ hosts, token, settings, account, revokeTokens, limitReply, ...(user !== undefined && { user }) },
    handle: async (request) => {
      const routed = site.route(request);
      return routed instanceof Response ? routed : answer(state, routed.path, routed.url.searchParams);
    },
    create: (name) => issueStore.add("EX", name),
    createIn: (project, name, labels = []) => issueStore.add(project, name, { labels }),
    update: (name) => issueStore.change(name, () => ({ text: `More about the ${name} at ${now()}.` })),
    comment: (name, text) => issueStore.change(name, ({ comments }) => ({ comments: [...comments, text] })),
    change: (name, fields) => issueStore.change(name, () => fields),
    remove: issueStore.remove,
    move: (name) => issueStore.change(name, ({ id }) => ({ key: `OPS-${id - 10_000}` })),
    forbid: issueStore.hide,
    createMalformed: (name) => issueStore.add("EX", name, { summary: null }),
    omitOptional: () => {
      state.complete = false;
    },
    ...(site.cloud && {
      expireCursors: () => {
        state.epoch++;
      },
    }),
  };
}

interface FakeState {
  readonly site: FakeSite;
  readonly issueStore: FakeJiraIssueStore;
  readonly pageSize: number;
  complete: boolean;
  /** Page tokens of an earlier epoch have expired. */
  epoch: number;
}

function answer(state: FakeState, path: string, query: URLSearchParams): Response {
  const { cloud, siteUrl } = state.site;
  const root = `/rest/api/${cloud ? 3 : 2}`;
  const file = attachmentIn(path, cloud);
  if (file !== undefined) return sendAttachment(state, file);
  if (!path.startsWith(`${root}/`)) return createErrorReply(404, "null for uri");
  const call = path.slice(root.length);
  if (call === "/myself") return Response.json(fakeUser(cloud));
  if (call === "/serverInfo") return Response.json({ baseUrl: siteUrl, version: "1001.0.0-SNAPSHOT" });
  if (call === (cloud ? "/search/jql" : "/search")) return search(state, query);
  if (call === "/user" && !cloud) return findUser(query.get("username"));
  const [, id = "", rest] = /^\/issue\/([^/]+)(\/comment|\/worklog)?$/.exec(call) ?? [];
  const issue = state.issueStore.visible().find((each) => [String(each.id), each.key].includes(id));
  if (!issue) return createErrorReply(404, "Issue does not exist or you do not have permission to see it.");
  if (rest) return listReplies(state, issue, { kind: rest === "/comment" ? "comments" : "worklogs", query });
  return toIssueReply(state, issue, query);
}

function toIssueReply(state: FakeState, issue: FakeJiraIssue, query: URLSearchParams): Response {
  const fields = query.get("fields") ?? "*all";
  return Response.json({ ...toIssue(state, issue, { fields, inList: false }), ...namesFor(query) });
}

function namesFor(query: URLSearchParams): { names?: Readonly<Record<string, string>> } {
  return query.get("expand") === "names" ? { names: FIELD_NAMES } : {};
}

/** Id of the attachment whose content is requested. */
function attachmentIn(path: string, cloud: boolean): string | undefined {
  const pattern = cloud
    ? /^\/rest\/api\/3\/attachment\/content\/(\d+)$/
    : /^\/secure\/attachment\/(\d+)\/.+$/;
  return pattern.exec(path)?.[1];
}

function findUser(username: string | null): Response {
  return username === "ole"
    ? Response.json({ key: "JIRAUSER10300", name: "ole", displayName: "Ole Berg", active: false })
    : createErrorReply(404, "The user named does not exist");
}

function sendAttachment({ issueStore }: FakeState, id: string): Response {
  const files = issueStore.visible().flatMap(({ attachments = [] }) => attachments);
  const found = files.find((file) => String(file.id) === id);
  return found ? new Response(found.text) : createErrorReply(404, "The attachment was not found.");
}

function toIssue(
  { complete, site }: FakeState,
  issue: FakeJiraIssue,
  jsonOptions: { fields: string; inList: boolean },
): object {
  return toIssueJson(issue, {
    ...jsonOptions,
    complete,
    cloud: site.cloud,
    apiUrl: String(site.settings.baseUrl),
  });
}

function listReplies(
  { site, pageSize }: FakeState,
  issue: FakeJiraIssue,
  { kind, query }: { readonly kind: "comments" | "worklogs"; readonly query: URLSearchParams },
): Response {
  const startAt = Number(query.get("startAt") ?? 0);
  const maxResults = Math.min(pageSize, Number(query.get("maxResults") ?? 50));
  const show = kind === "comments" ? toCommentJson : toWorklogJson;
  const all = (issue[kind] ?? []).map((text, at) => show(issue, { text, at }, site.cloud));
  if (query.get("orderBy")?.startsWith("-")) all.reverse();
  return Response.json({
    ...{ startAt, maxResults, total: all.length },
    [kind]: all.slice(startAt, startAt + maxResults),
  });
}

/** The person's profile is set to Sydney, where a day begins while it is the day before in UTC. */
const OFFSET_HOURS = 11;

function search(state: FakeState, query: URLSearchParams): Response {
  const { site, issueStore, pageSize, epoch } = state;
  const jql = query.get("jql") ?? "";
  const projects = Object.keys(PROJECTS);
  const { matches, problem } = parseFakeJql(jql, { projects, offsetHours: OFFSET_HOURS });
  if (problem) return createErrorReply(400, problem);
  const wanted = issueStore.visible().filter((issue) => {
    const text = [issue.summary, issue.text, ...issue.comments].join(" ");
    return matches({ ...issue, project: projectOf(issue), text });
  });
  const time = jql.includes("ORDER BY created") ? "created" : "updated";
  wanted.sort((a, b) => b[time] - a[time] || b.id - a.id);
  const size = Math.min(pageSize, Number(query.get("maxResults") ?? 50));
  const jsonOptions = { fields: query.get("fields") ?? "id", inList: true };
  const startAt = Number(query.get("startAt") ?? 0);
  const start = site.cloud ? readToken(query.get("nextPageToken"), { jql, epoch, wanted }) : startAt;
  if (start === undefined)
    return createErrorReply(400, "The provided next page token is invalid or expired.");
  const page = wanted.slice(start, start + size);
  const issues = page.map((issue) => toIssue(state, issue, jsonOptions));
  if (!site.cloud)
    return Response.json({ startAt, maxResults: size, total: wanted.length, issues, ...namesFor(query) });
  const last = page.at(-1);
  const isLast = last === undefined || start + size >= wanted.length;
  const next = { jql, epoch, after: last?.id, updated: last?.updated };
  return Response.json({
    isLast,
    issues,
    ...namesFor(query),
    ...(!isLast && { nextPageToken: btoa(JSON.stringify(next)) }),
  });
}

function createErrorReply(status: number, message: string): Response {
  return Response.json({ errorMessages: [message], errors: {} }, { status });
}

/** Offset of the page with a token; undefined for a token of another query or epoch. */
function readToken(
  token: string | null,
  { jql, epoch, wanted }: { jql: string; epoch: number; wanted: readonly FakeJiraIssue[] },
): number | undefined {
  if (token === null) return 0;
  const read = JSON.parse(atob(token)) as { jql: string; epoch: number; after: number; updated: number };
  if (read.jql !== jql || read.epoch !== epoch) return undefined;
  const time = jql.includes("ORDER BY created") ? "created" : "updated";
  const at = wanted.findIndex((issue) =>
    time === "created"
      ? issue.id < read.after
      : issue.updated < read.updated || (issue.updated === read.updated && issue.id < read.after),
  );
  return at < 0 ? wanted.length : at;
}
