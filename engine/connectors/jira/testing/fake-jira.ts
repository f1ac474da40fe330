import type { FakeVendor, FakeVendorOptions } from "../../../testing/fake-vendor";
import { createFakeSite, type FakeEdition, type FakeSite, fakeUser } from "../../atlassian/testing/fake-site";
import { parseFakeJql } from "./fake-jql";
import { createIssueBook, type FakeIssue, type IssueBook, PROJECTS, projectOf } from "./issue-book";
import { showComment, showIssue } from "./show-issue";

export interface FakeJira extends FakeVendor {
  /** Adds a comment, which counts as an update. */
  comment(name: string, text: string): void;
  /** Adds an issue with these labels to a project. */
  createIn(project: string, name: string, labels?: readonly string[]): string;
}

/** A Jira of either edition, after the published OpenAPI document (version 3) and Data Center's REST reference (2). */
export function createFakeJira(
  { now, pageSize = 50 }: FakeVendorOptions,
  edition: FakeEdition = "gateway",
): FakeJira {
  const site = createFakeSite("jira", { edition, scopes: ["read:jira-work"] });
  const book = createIssueBook(now);
  const world: World = { site, book, pageSize, complete: true, epoch: 0 };
  const { hosts, token, user, settings, account, revokeTokens, limitReply } = site;
  return {
    ...{ hosts, token, settings, account, revokeTokens, limitReply, ...(user !== undefined && { user }) },
    handle: async (request) => {
      const entered = site.enter(request);
      return entered instanceof Response ? entered : answer(world, entered.path, entered.url.searchParams);
    },
    create: (name) => book.add("EX", name),
    createIn: (project, name, labels = []) => book.add(project, name, { labels }),
    update: (name) => book.change(name, () => ({ text: `More about the ${name} at ${now()}.` })),
    comment: (name, text) => book.change(name, ({ comments }) => ({ comments: [...comments, text] })),
    remove: book.remove,
    move: (name) => book.change(name, ({ id }) => ({ key: `OPS-${id - 10_000}` })),
    forbid: book.hide,
    createMalformed: (name) => book.add("EX", name, { summary: null }),
    omitOptional: () => {
      world.complete = false;
    },
    ...(site.cloud && {
      expireCursors: () => {
        world.epoch++;
      },
    }),
  };
}

interface World {
  readonly site: FakeSite;
  readonly book: IssueBook;
  readonly pageSize: number;
  complete: boolean;
  /** Page tokens of an earlier one are no longer known. */
  epoch: number;
}

function answer(world: World, path: string, query: URLSearchParams): Response {
  const { cloud, siteUrl } = world.site;
  const root = `/rest/api/${cloud ? 3 : 2}`;
  if (!path.startsWith(`${root}/`)) return failure(404, "null for uri");
  const call = path.slice(root.length);
  if (call === "/myself") return Response.json(fakeUser(cloud));
  if (call === "/serverInfo") return Response.json({ baseUrl: siteUrl, version: "1001.0.0-SNAPSHOT" });
  if (call === (cloud ? "/search/jql" : "/search")) return search(world, query);
  const [, id = "", rest] = /^\/issue\/([^/]+)(\/comment)?$/.exec(call) ?? [];
  const issue = world.book.visible().find((each) => [String(each.id), each.key].includes(id));
  if (!issue) return failure(404, "Issue does not exist or you do not have permission to see it.");
  return rest
    ? comments(world, issue, query)
    : show(world, issue, { fields: query.get("fields"), inList: false });
}

function show(
  world: World,
  issue: FakeIssue,
  { fields, inList }: { fields: string | null; inList: boolean },
): Response {
  return Response.json(shown(world, issue, { fields: fields ?? "*all", inList }));
}

function shown(
  { complete, site }: World,
  issue: FakeIssue,
  how: { fields: string; inList: boolean },
): object {
  return showIssue(issue, { ...how, complete, cloud: site.cloud, apiUrl: String(site.settings.baseUrl) });
}

function comments({ site, pageSize }: World, issue: FakeIssue, query: URLSearchParams): Response {
  const startAt = Number(query.get("startAt") ?? 0);
  const maxResults = Math.min(pageSize, Number(query.get("maxResults") ?? 50));
  const all = issue.comments.map((text, at) => showComment(issue, { text, at }, site.cloud));
  if (query.get("orderBy")?.startsWith("-")) all.reverse();
  return Response.json({
    ...{ startAt, maxResults, total: all.length },
    comments: all.slice(startAt, startAt + maxResults),
  });
}

/** The person's profile is set to Sydney, where a day begins while it is the day before in UTC. */
const OFFSET_HOURS = 11;

function search(world: World, query: URLSearchParams): Response {
  const { site, book, pageSize, epoch } = world;
  const jql = query.get("jql") ?? "";
  const projects = Object.keys(PROJECTS);
  const { matches, problem } = parseFakeJql(jql, { projects, offsetHours: OFFSET_HOURS });
  if (problem) return failure(400, problem);
  const wanted = book.visible().filter((issue) => {
    const text = [issue.summary, issue.text, ...issue.comments].join(" ");
    return matches({ ...issue, project: projectOf(issue), text });
  });
  const time = jql.includes("ORDER BY created") ? "created" : "updated";
  wanted.sort((a, b) => b[time] - a[time] || b.id - a.id);
  const size = Math.min(pageSize, Number(query.get("maxResults") ?? 50));
  const how = { fields: query.get("fields") ?? "id", inList: true };
  const startAt = Number(query.get("startAt") ?? 0);
  const start = site.cloud ? readToken(query.get("nextPageToken"), { jql, epoch, wanted }) : startAt;
  if (start === undefined) return failure(400, "The provided next page token is invalid or expired.");
  const page = wanted.slice(start, start + size);
  const issues = page.map((issue) => shown(world, issue, how));
  if (!site.cloud) return Response.json({ startAt, maxResults: size, total: wanted.length, issues });
  const last = page.at(-1);
  const isLast = last === undefined || start + size >= wanted.length;
  const next = { jql, epoch, after: last?.id, updated: last?.updated };
  return Response.json({ isLast, issues, ...(!isLast && { nextPageToken: btoa(JSON.stringify(next)) }) });
}

function failure(status: number, message: string): Response {
  return Response.json({ errorMessages: [message], errors: {} }, { status });
}

/** Where the page after a token begins; undefined for a token of another query or another time. */
function readToken(
  token: string | null,
  { jql, epoch, wanted }: { jql: string; epoch: number; wanted: readonly FakeIssue[] },
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
