import { blobSha, type FakeIssue, type FakeRepo, type GitHubWorld } from "./github-world";
import {
  type Manner,
  showBlob,
  showComment,
  showCommit,
  showIssue,
  showRepo,
  showReview,
  showReviewComment,
  showTree,
  showUser,
} from "./show";

/** A good reply; a list says which of its pages this is. */
export interface Listed {
  readonly body: unknown;
  readonly page?: number;
  readonly pages?: number;
}

export type Reply = Listed | { readonly status: number; readonly message: string };

export interface RouteOptions {
  readonly world: GitHubWorld;
  /** However many a client asks for. */
  readonly pageSize: number;
  readonly manner: Manner;
}

const BEGINNING = "1970-01-01T00:00:00Z";
const NOT_FOUND: Reply = { status: 404, message: "Not Found" };

interface Asked {
  readonly repo: FakeRepo;
  /** The parts of the path that vary. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

type Handler = (options: RouteOptions, asked: Asked) => Reply;

const ON_REPO: readonly (readonly [RegExp, Handler])[] = [
  [/^$/, ({ manner }, { repo }) => ({ body: showRepo(repo, manner) })],
  [/^\/issues$/, listIssues],
  [/^\/issues\/(\d+)$/, oneIssue],
  [/^\/issues\/(\d+)\/comments$/, (options, asked) => listRemarks(options, asked, "comments")],
  [/^\/pulls\/(\d+)\/reviews$/, (options, asked) => listRemarks(options, asked, "reviews")],
  [/^\/pulls\/(\d+)\/comments$/, (options, asked) => listRemarks(options, asked, "reviewComments")],
  [/^\/git\/trees\/main$/, treeOf],
  [/^\/git\/blobs\/(\w+)$/, blobOf],
  [/^\/commits$/, commitsOf],
];

/** What the person "ada" is answered. */
export function answerPath(options: RouteOptions, path: string, query: URLSearchParams): Reply {
  if (path === "/user") return { body: showUser("ada") };
  if (path === "/user/repos") return ownRepos(options, query);
  if (path === "/search/issues") return search(options, query);
  // As a client that follows redirects sees it.
  const target = options.world.redirects.get(path) ?? path;
  const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(target) ?? [];
  const repo = options.world.repos.get(name);
  if (!repo || repo.hidden) return NOT_FOUND;
  const [pattern, handle] = ON_REPO.find(([candidate]) => candidate.test(rest)) ?? [];
  const parts = pattern?.exec(rest)?.slice(1) ?? [];
  return handle?.(options, { repo, parts, query }) ?? NOT_FOUND;
}

/** Shows only what is on the page: there may be many thousand. */
function list<Item>(
  { pageSize }: RouteOptions,
  query: URLSearchParams,
  { all, show }: { readonly all: readonly Item[]; readonly show: (item: Item) => unknown },
): Listed {
  const size = Math.min(pageSize, Number(query.get("per_page") ?? 30));
  const page = Number(query.get("page") ?? 1);
  const items = all.slice((page - 1) * size, page * size);
  return { body: items.map(show), page, pages: Math.ceil(all.length / size) };
}

function ownRepos(options: RouteOptions, query: URLSearchParams): Reply {
  if (!options.world.listsRepos) return { status: 403, message: "Resource not accessible" };
  const own = [...options.world.repos.values()]
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0));
  return list(options, query, { all: own, show: (repo) => showRepo(repo, options.manner) });
}

function listIssues(options: RouteOptions, { repo, query }: Asked): Reply {
  if (!repo.hasIssues) return { status: 410, message: "Issues has been disabled in this repository." };
  const since = Date.parse(query.get("since") ?? BEGINNING);
  const time = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  const all = [...repo.issues.values()]
    .filter(({ updatedAt }) => updatedAt >= since)
    .sort((a, b) => sign * (a[time] - b[time] || a.number - b.number));
  return list(options, query, { all, show: (issue) => showIssue(repo, issue, options.manner) });
}

function oneIssue({ manner }: RouteOptions, { repo, parts: [number] }: Asked): Reply {
  if (repo.deleted.has(Number(number))) return { status: 410, message: "This issue was deleted" };
  const issue = repo.issues.get(Number(number));
  return issue ? { body: showIssue(repo, issue, manner) } : NOT_FOUND;
}

function listRemarks(
  options: RouteOptions,
  { repo, parts: [number], query }: Asked,
  kind: "comments" | "reviews" | "reviewComments",
): Reply {
  const issue = repo.issues.get(Number(number));
  if (!issue || (kind !== "comments" && !issue.pull)) return NOT_FOUND;
  const show = { comments: showComment, reviews: showReview, reviewComments: showReviewComment }[kind];
  return list(options, query, {
    all: issue[kind],
    show: (remark) => show(repo, issue, remark, options.manner),
  });
}

function treeOf({ manner }: RouteOptions, { repo }: Asked): Reply {
  if (repo.pushedAt === undefined) return { status: 409, message: "Git Repository is empty." };
  return { body: showTree(repo, manner) };
}

function blobOf(_: RouteOptions, { repo, parts: [sha] }: Asked): Reply {
  const file = [...repo.files.values()].find(({ text }) => blobSha(text) === sha);
  return file ? { body: showBlob(repo, file.text) } : NOT_FOUND;
}

function commitsOf(options: RouteOptions, { repo, query }: Asked): Reply {
  const file = repo.files.get(query.get("path") ?? "");
  const all = file ? [file.at] : [];
  return list(options, query, { all, show: (at) => showCommit(repo, at, options.manner) });
}

function search(options: RouteOptions, query: URLSearchParams): Reply {
  const terms = (query.get("q") ?? "").split(/\s+/);
  const pull = terms.includes("is:pull-request");
  // Apps must say which of the two they want.
  if (!pull && !terms.includes("is:issue")) return { status: 422, message: "Validation Failed" };
  const scopes = terms.flatMap((term) => /^(?:repo|user):(.+)$/.exec(term)?.[1] ?? []);
  const found = [...options.world.repos.values()]
    .filter(({ name, hidden }) => !hidden && scopes.some((scope) => `${name}/`.startsWith(`${scope}/`)))
    .flatMap((repo) => [...repo.issues.values()].map((issue) => ({ repo, issue })))
    .filter(({ issue }) => issue.pull === pull && isFound(issue, terms));
  const { body } = list(options, query, {
    all: found,
    show: ({ repo, issue }) => ({ ...showIssue(repo, issue, options.manner), score: 1 }),
  });
  return { body: { total_count: found.length, incomplete_results: false, items: body } };
}

function isFound(issue: FakeIssue, terms: readonly string[]): boolean {
  const said = JSON.stringify(issue).toLowerCase();
  const since = terms.find((term) => term.startsWith("updated:>="))?.slice("updated:>=".length);
  const words = terms.filter((term) => !term.includes(":"));
  return (
    issue.updatedAt >= Date.parse(since ?? BEGINNING) &&
    words.every((word) => said.includes(word.toLowerCase()))
  );
}
