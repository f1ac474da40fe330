import { blobSha, type FakeGitHubData, type FakeGitHubIssue, type FakeRepo } from "./fake-github-data";
import {
  type ReplyOptions,
  toBlobJson,
  toCommentJson,
  toCommitJson,
  toIssueJson,
  toReleaseJson,
  toRepoJson,
  toReviewCommentJson,
  toReviewJson,
  toTreeJson,
  toUserJson,
} from "./github-json";

/** A successful reply; for a list, with its page number. */
export interface ListReply {
  readonly body: unknown;
  readonly page?: number;
  readonly pages?: number;
}

export type RouteReply = ListReply | { readonly status: number; readonly message: string };

export interface GitHubRouteDeps {
  readonly data: FakeGitHubData;
  /** Maximum page size, whatever a client requests. */
  readonly pageSize: number;
  readonly replyOptions: ReplyOptions;
}

const BEGINNING = "1970-01-01T00:00:00Z";
const NOT_FOUND: RouteReply = { status: 404, message: "Not Found" };

interface RouteRequest {
  readonly repo: FakeRepo;
  /** The variable parts of the path. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

type Handler = (deps: GitHubRouteDeps, routeRequest: RouteRequest) => RouteReply;

const ON_REPO: readonly (readonly [RegExp, Handler])[] = [
  [/^$/, ({ replyOptions }, { repo }) => ({ body: toRepoJson(repo, replyOptions) })],
  [/^\/issues$/, listIssues],
  [/^\/issues\/(\d+)$/, getIssue],
  [/^\/issues\/(\d+)\/comments$/, (deps, routeRequest) => listRemarks(deps, routeRequest, "comments")],
  [/^\/pulls\/(\d+)\/reviews$/, (deps, routeRequest) => listRemarks(deps, routeRequest, "reviews")],
  [/^\/pulls\/(\d+)\/comments$/, (deps, routeRequest) => listRemarks(deps, routeRequest, "reviewComments")],
  [/^\/issues\/(\d+)\/timeline$/, listEvents],
  [/^\/issues\/(\d+)\/sub_issues$/, listSubIssues],
  [/^\/releases$/, listReleases],
  [/^\/releases\/(\d+)$/, getRelease],
  [/^\/git\/trees\/main$/, getTree],
  [/^\/git\/blobs\/(\w+)$/, getBlob],
  [/^\/commits$/, listCommits],
];

/** Replies to the user "ada". */
export function answerRoute(deps: GitHubRouteDeps, path: string, query: URLSearchParams): RouteReply {
  if (path === "/user") return { body: toUserJson("ada") };
  if (path === "/user/repos") return listOwnRepos(deps, query);
  if (path === "/search/issues") return search(deps, query);
  // The reply to a client that follows redirects.
  const target = deps.data.redirects.get(path) ?? path;
  const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(target) ?? [];
  const repo = deps.data.repos.get(name);
  if (!repo || repo.hidden) return NOT_FOUND;
  const [pattern, handle] = ON_REPO.find(([candidate]) => candidate.test(rest)) ?? [];
  const parts = pattern?.exec(rest)?.slice(1) ?? [];
  return handle?.(deps, { repo, parts, query }) ?? NOT_FOUND;
}

/** Serialises only the items of the page: there may be many thousand. */
function list<Item>(
  { pageSize }: GitHubRouteDeps,
  query: URLSearchParams,
  { all, show }: { readonly all: readonly Item[]; readonly show: (item: Item) => unknown },
): ListReply {
  const size = Math.min(pageSize, Number(query.get("per_page") ?? 30));
  const page = Number(query.get("page") ?? 1);
  const items = all.slice((page - 1) * size, page * size);
  return { body: items.map(show), page, pages: Math.ceil(all.length / size) };
}

function listOwnRepos(deps: GitHubRouteDeps, query: URLSearchParams): RouteReply {
  if (!deps.data.listsRepos) return { status: 403, message: "Resource not accessible" };
  const own = [...deps.data.repos.values()]
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0));
  return list(deps, query, { all: own, show: (repo) => toRepoJson(repo, deps.replyOptions) });
}

function listIssues(deps: GitHubRouteDeps, { repo, query }: RouteRequest): RouteReply {
  if (!repo.hasIssues) return { status: 410, message: "Issues has been disabled in this repository." };
  const since = Date.parse(query.get("since") ?? BEGINNING);
  const time = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  const all = [...repo.issues.values()]
    .filter(({ updatedAt }) => updatedAt >= since)
    .sort((a, b) => sign * (a[time] - b[time] || a.number - b.number));
  return list(deps, query, { all, show: (issue) => toIssueJson(repo, issue, deps.replyOptions) });
}

function getIssue({ replyOptions }: GitHubRouteDeps, { repo, parts: [number] }: RouteRequest): RouteReply {
  if (repo.deleted.has(Number(number))) return { status: 410, message: "This issue was deleted" };
  const issue = repo.issues.get(Number(number));
  return issue ? { body: toIssueJson(repo, issue, replyOptions) } : NOT_FOUND;
}

function listRemarks(
  deps: GitHubRouteDeps,
  { repo, parts: [number], query }: RouteRequest,
  kind: "comments" | "reviews" | "reviewComments",
): RouteReply {
  const issue = repo.issues.get(Number(number));
  if (!issue || (kind !== "comments" && !issue.pull)) return NOT_FOUND;
  const show = { comments: toCommentJson, reviews: toReviewJson, reviewComments: toReviewCommentJson }[kind];
  return list(deps, query, {
    all: issue[kind],
    show: (remark) => show(repo, issue, remark, deps.replyOptions),
  });
}

function listEvents(deps: GitHubRouteDeps, { repo, parts: [number], query }: RouteRequest): RouteReply {
  const issue = repo.issues.get(Number(number));
  return issue ? list(deps, query, { all: issue.events ?? [], show: (event) => event }) : NOT_FOUND;
}

function listSubIssues(deps: GitHubRouteDeps, { repo, parts: [number], query }: RouteRequest): RouteReply {
  const numbers = repo.issues.get(Number(number))?.subIssues ?? [];
  const all = numbers.flatMap((each) => repo.issues.get(each) ?? []);
  return list(deps, query, { all, show: (issue) => toIssueJson(repo, issue, deps.replyOptions) });
}

function listReleases(deps: GitHubRouteDeps, { repo, query }: RouteRequest): RouteReply {
  const all = [...repo.releases.values()].sort((a, b) => b.at - a.at);
  return list(deps, query, { all, show: (found) => toReleaseJson(repo, found, deps.replyOptions) });
}

function getRelease({ replyOptions }: GitHubRouteDeps, { repo, parts: [id] }: RouteRequest): RouteReply {
  const found = repo.releases.get(Number(id));
  return found ? { body: toReleaseJson(repo, found, replyOptions) } : NOT_FOUND;
}

function getTree({ replyOptions }: GitHubRouteDeps, { repo }: RouteRequest): RouteReply {
  if (repo.pushedAt === undefined) return { status: 409, message: "Git Repository is empty." };
  return { body: toTreeJson(repo, replyOptions) };
}

function getBlob(_: GitHubRouteDeps, { repo, parts: [sha] }: RouteRequest): RouteReply {
  const file = [...repo.files.values()].find(({ text }) => blobSha(text) === sha);
  return file ? { body: toBlobJson(repo, file.text) } : NOT_FOUND;
}

function listCommits(deps: GitHubRouteDeps, { repo, query }: RouteRequest): RouteReply {
  const file = repo.files.get(query.get("path") ?? "");
  const all = file ? [file.at] : [];
  return list(deps, query, { all, show: (at) => toCommitJson(repo, at, deps.replyOptions) });
}

function search(deps: GitHubRouteDeps, query: URLSearchParams): RouteReply {
  const terms = (query.get("q") ?? "").split(/\s+/);
  const pull = terms.includes("is:pull-request");
  // Apps must search for one of the two kinds.
  if (!pull && !terms.includes("is:issue")) return { status: 422, message: "Validation Failed" };
  const scopes = terms.flatMap((term) => /^(?:repo|user):(.+)$/.exec(term)?.[1] ?? []);
  const found = [...deps.data.repos.values()]
    .filter(({ name, hidden }) => !hidden && scopes.some((scope) => `${name}/`.startsWith(`${scope}/`)))
    .flatMap((repo) => [...repo.issues.values()].map((issue) => ({ repo, issue })))
    .filter(({ issue }) => issue.pull === pull && matchesTerms(issue, terms));
  const { body } = list(deps, query, {
    all: found,
    show: ({ repo, issue }) => {
      // A search result does not say who closed it.
      const { closed_by: _, ...json } = { closed_by: null, ...toIssueJson(repo, issue, deps.replyOptions) };
      return { ...json, score: 1 };
    },
  });
  return { body: { total_count: found.length, incomplete_results: false, items: body } };
}

function matchesTerms(issue: FakeGitHubIssue, terms: readonly string[]): boolean {
  const said = JSON.stringify(issue).toLowerCase();
  const since = terms.find((term) => term.startsWith("updated:>="))?.slice("updated:>=".length);
  const words = terms.filter((term) => !term.includes(":"));
  return (
    issue.updatedAt >= Date.parse(since ?? BEGINNING) &&
    words.every((word) => said.includes(word.toLowerCase()))
  );
}
