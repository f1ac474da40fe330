import { createHash } from "node:crypto";
import { createFakeOAuthServer, type FakeOAuthServer } from "../../../auth/testing/fake-oauth-server";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fake-vendor";
import { answerPath, type Listed } from "./github-routes";
import { GitHubWorld } from "./github-world";

/** GitHub's REST API with its device sign-in. */
export interface FakeGitHub extends FakeVendor {
  /** The one OAuth client it knows. */
  readonly clientId: string;
  readonly oauth: FakeOAuthServer;
  readonly world: GitHubWorld;
  /** Replies that said "nothing new" and cost nothing. */
  readonly unchanged: () => number;
}

const LIMIT = 5_000;
const OAUTH = {
  clientId: "Iv23liAtlas",
  endpoints: {
    device: "https://github.com/login/device/code",
    token: "https://github.com/login/oauth/access_token",
  },
  dialect: "github",
  lifetimeMs: 8 * 60 * 60_000,
  prefix: "ghu",
} as const;

/** Where the items of a run go, over and over again. */
const KINDS = ["issue", "file", "second issue", "pull request"] as const;
const ROCKET = "acme/rocket";
const PROBE = "acme/probe";

export function createFakeGitHub({ now, pageSize = 100 }: FakeVendorOptions): FakeGitHub {
  const world = new GitHubWorld(now);
  const oauth = createFakeOAuthServer({ ...OAUTH, now });
  const manner = { complete: true };
  const items = createItems(world);
  world.addRepo(ROCKET);
  world.addRepo(PROBE);
  let used = 0;
  let unchanged = 0;

  function answer(request: Request): Response {
    const token = request.headers.get("Authorization")?.replace(/^(Bearer|token) /, "") ?? "";
    if (!oauth.tokens.isValid(token)) return refusal(401, "Bad credentials");
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/api\/v3/, "");
    const found = answerPath({ world, pageSize, manner }, path, url.searchParams);
    const search = path.startsWith("/search/");
    const headers = quota(search ? "search" : "core", search ? 30 : LIMIT, ++used);
    if (!("body" in found)) return refusal(found.status, found.message, headers);
    const body = JSON.stringify(found.body);
    const etag = `W/"${createHash("sha256").update(body).digest("hex")}"`;
    if (request.headers.get("If-None-Match") === etag) {
      unchanged++;
      return new Response(null, { status: 304, headers: { ...headers, ETag: etag } });
    }
    const link = linkOf(url, found);
    return new Response(body, {
      headers: { ...headers, "Content-Type": "application/json; charset=utf-8", ETag: etag, ...link },
    });
  }

  function quota(resource: string, limit: number, spent: number): Record<string, string> {
    const reset = String(Math.ceil(now() / 1_000) + 3_600);
    return {
      ...{ "X-RateLimit-Resource": resource, "X-RateLimit-Limit": String(limit) },
      ...{ "X-RateLimit-Remaining": String(Math.max(1, limit - spent)), "X-RateLimit-Reset": reset },
    };
  }

  return {
    ...{ clientId: OAUTH.clientId, oauth, world, ...items },
    unchanged: () => unchanged,
    hosts: ["api.github.com", "github.com"],
    token: oauth.tokens.issue(),
    account: { id: "3", name: "ada" },
    handle: async (request) => (oauth.owns(request) ? oauth.handle(request) : answer(request)),
    omitOptional: () => {
      manner.complete = false;
    },
    revokeTokens: () => oauth.revokeAll(),
    limitReply: (seconds) => {
      if (seconds === undefined) return refusal(403, "You have exceeded a secondary rate limit.");
      const reset = String(Math.ceil(now() / 1_000) + seconds);
      const spent = { "X-RateLimit-Limit": String(LIMIT), "X-RateLimit-Remaining": "0" };
      return refusal(403, "API rate limit exceeded for user ID 3.", { ...spent, "X-RateLimit-Reset": reset });
    },
  };
}

/** What the suite does to items, whatever kind each is of. */
function createItems(world: GitHubWorld) {
  const places = new Map<string, { repo: string; number?: number; path?: string }>();
  const placeOf = (name: string) => places.get(name) ?? { repo: ROCKET };
  const textOf = (name: string) => `# About ${name}\n\nWritten at ${world.now()}.\n`;
  return {
    create: (name: string) => {
      const kind = KINDS[places.size % KINDS.length];
      if (kind === "file") {
        const path = `docs/${name}.md`;
        places.set(name, { repo: PROBE, path });
        world.push(PROBE, path, textOf(name));
        return `file:${PROBE}/${path}`;
      }
      const repo = kind === "second issue" ? PROBE : ROCKET;
      const number = world.addIssue(repo, `The ${name} problem`, kind === "pull request");
      places.set(name, { repo, number });
      return `issue:${repo}#${number}`;
    },
    update: (name: string) => {
      const { repo, number, path } = placeOf(name);
      if (path !== undefined) world.push(repo, path, textOf(name));
      if (number !== undefined) world.comment(repo, number, `More about ${name} at ${world.now()}`);
    },
    remove: (name: string) => {
      const { repo, number, path } = placeOf(name);
      if (path !== undefined) world.push(repo, path, undefined);
      if (number !== undefined) world.deleteIssue(repo, number);
    },
    move: (name: string) => {
      const { repo, path = "" } = placeOf(name);
      const text = world.repo(repo).files.get(path)?.text;
      const moved = path.replace(/^docs\//, "archive/");
      if (text === undefined) return;
      world.push(repo, path, undefined);
      world.push(repo, moved, text);
      places.set(name, { repo, path: moved });
    },
    createMalformed: (name: string) => {
      const number = world.addIssue(ROCKET, null);
      places.set(name, { repo: ROCKET, number });
      return `issue:${ROCKET}#${number}`;
    },
  };
}

/** RFC 8288, as GitHub pages: by number. */
function linkOf(url: URL, { page, pages }: Listed): Record<string, string> {
  if (page === undefined || pages === undefined || page >= pages) return {};
  const to = (number: number) => {
    const address = new URL(url);
    address.searchParams.set("page", String(number));
    return `<${address.href}>`;
  };
  return { Link: `${to(page + 1)}; rel="next", ${to(pages)}; rel="last"` };
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = { message, documentation_url: "https://docs.github.com/rest", status: String(status) };
  return Response.json(body, { status, headers });
}
