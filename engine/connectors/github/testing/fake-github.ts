import { createHash } from "node:crypto";
import { createFakeOAuthServer, type FakeOAuthServer } from "../../../auth/testing/fake-oauth-server";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import { FakeGitHubData } from "./fake-github-data";
import { answerRoute, type ListReply } from "./fake-github-routes";
import { answerGraphQl } from "./fake-graphql";

/** GitHub's REST API with its device sign-in. */
export interface FakeGitHub extends FakeVendor {
  /** The only OAuth client it knows. */
  readonly clientId: string;
  readonly oauth: FakeOAuthServer;
  readonly data: FakeGitHubData;
  /** Replies with 304, which do not count against the limit. */
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

/** Folders of the suite's items, in rotation. */
const KINDS = ["issue", "file", "discussion", "second issue", "release", "pull request"] as const;
const ROCKET = "acme/rocket";
const PROBE = "acme/probe";

export function createFakeGitHub({ now, pageSize = 100 }: FakeVendorOptions): FakeGitHub {
  const data = new FakeGitHubData(now);
  const oauth = createFakeOAuthServer({ ...OAUTH, now });
  const replyOptions = { complete: true };
  const items = createItems(data);
  data.addRepo(ROCKET);
  data.addRepo(PROBE);
  let used = 0;
  let unchanged = 0;

  async function answer(request: Request): Promise<Response> {
    const token = request.headers.get("Authorization")?.replace(/^(Bearer|token) /, "") ?? "";
    if (!oauth.tokens.isValid(token)) return refusal(401, "Bad credentials");
    const url = new URL(request.url);
    if (/^\/(api\/)?graphql$/.test(url.pathname)) {
      const body: unknown = await request.json();
      return Response.json(answerGraphQl({ data, pageSize, replyOptions }, body), {
        headers: quota("graphql", LIMIT, ++used),
      });
    }
    const path = url.pathname.replace(/^\/api\/v3/, "");
    const found = answerRoute({ data, pageSize, replyOptions }, path, url.searchParams);
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
    ...{ clientId: OAUTH.clientId, oauth, data, ...items },
    unchanged: () => unchanged,
    hosts: ["api.github.com", "github.com"],
    token: oauth.tokens.issue(),
    account: { id: "3", name: "ada" },
    handle: async (request) => (oauth.owns(request) ? oauth.handle(request) : answer(request)),
    omitOptional: () => {
      replyOptions.complete = false;
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

interface Location {
  readonly repo: string;
  readonly number?: number;
  readonly path?: string;
  readonly discussion?: number;
  readonly release?: number;
}

/** The suite's operations on items of each kind. */
function createItems(data: FakeGitHubData) {
  const locations = new Map<string, Location>();
  const locationOf = (name: string) => locations.get(name) ?? { repo: ROCKET };
  const textOf = (name: string) => `# About ${name}\n\nWritten at ${data.now()}.\n`;
  return {
    create: (name: string) => {
      const kind = KINDS[locations.size % KINDS.length];
      if (kind === "file") {
        const path = `docs/${name}.md`;
        locations.set(name, { repo: PROBE, path });
        data.push(PROBE, path, textOf(name));
        return `file:${PROBE}/${path}`;
      }
      if (kind === "discussion") {
        const discussion = data.discuss(ROCKET, name, textOf(name));
        locations.set(name, { repo: ROCKET, discussion });
        return `discussion:${ROCKET}#${discussion}`;
      }
      if (kind === "release") {
        const release = data.publish(PROBE, name, textOf(name));
        locations.set(name, { repo: PROBE, release });
        return `release:${PROBE}/${release}`;
      }
      const repo = kind === "second issue" ? PROBE : ROCKET;
      const number = data.addIssue(repo, `The ${name} problem`, kind === "pull request");
      locations.set(name, { repo, number });
      return `issue:${repo}#${number}`;
    },
    update: (name: string) => {
      const { repo, number, path, discussion, release } = locationOf(name);
      if (path !== undefined) data.push(repo, path, textOf(name));
      if (discussion !== undefined) data.discuss(repo, name, textOf(name));
      if (release !== undefined) data.publish(repo, name, textOf(name));
      if (number !== undefined) data.comment(repo, number, `More about ${name} at ${data.now()}`);
    },
    remove: (name: string) => {
      const { repo, number, path, discussion, release } = locationOf(name);
      if (path !== undefined) data.push(repo, path, undefined);
      if (discussion !== undefined) data.repo(repo).discussions.delete(discussion);
      if (release !== undefined) data.repo(repo).releases.delete(release);
      if (number !== undefined) data.deleteIssue(repo, number);
    },
    move: (name: string) => {
      const { repo, path = "" } = locationOf(name);
      const text = data.repo(repo).files.get(path)?.text;
      const moved = path.replace(/^docs\//, "archive/");
      if (text === undefined) return;
      data.push(repo, path, undefined);
      data.push(repo, moved, text);
      locations.set(name, { repo, path: moved });
    },
    createMalformed: (name: string) => {
      const number = data.addIssue(ROCKET, null);
      locations.set(name, { repo: ROCKET, number });
      return `issue:${ROCKET}#${number}`;
    },
  };
}

/** Page links by number (RFC 8288), as GitHub sends them. */
function linkOf(url: URL, { page, pages }: ListReply): Record<string, string> {
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
