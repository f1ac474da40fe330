import * as z from "zod";
import { ExpiredCursorError } from "../../errors/expired-cursor-error";
import { SettingsError } from "../../errors/settings-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Settings } from "../../model/source";
import type { Fetch } from "../../ports/fetch";
import { isGone } from "../shared/http/is-gone";
import { readJson } from "../shared/http/read-json";

/** One page of a list. */
export interface GitHubPage {
  readonly items: readonly unknown[];
  /** Path of the next page; absent on the last. */
  readonly next?: string;
  readonly etag?: string;
}

export interface GitHubClient {
  /** Undefined when it is gone, was never there, or is forbidden for this person. */
  find<Shape>(path: string, schema: z.ZodType<Shape>): Promise<Shape | undefined>;
  /**
   * Undefined as above. `unchanged` when the page still has this etag; such a request does not count against the
   * hourly limit.
   */
  page(path: string, etag?: string): Promise<GitHubPage | "unchanged" | undefined>;
  /**
   * Picks values of every item of a list, page by page, so that the items of a long list do not stay in memory;
   * undefined as above.
   */
  all<Picked>(
    path: string,
    pick: (item: unknown) => Picked | readonly Picked[],
    limit?: PageLimit,
  ): Promise<readonly Picked[] | undefined>;
  /** The data of a GraphQL query; undefined when the person may not read it. */
  query<Shape>(request: GraphQlRequest, schema: z.ZodType<Shape>): Promise<Shape | undefined>;
}

/** Limits how much of a list is read. */
export interface PageLimit {
  readonly maxPages?: number | undefined;
  /** Called when there are more pages. */
  readonly onMore?: () => void;
}

export interface GraphQlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface GitHubClientOptions {
  readonly api: Fetch;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** Reply for a repository without a commit. */
const EMPTY_REPOSITORY_STATUS = 409;
/** Reply for a page number that GitHub does not serve (any more). */
const NO_SUCH_PAGE_STATUS = 422;
const FROM = "GitHub";
const PUBLIC_SITE = "https://github.com";
const HEADERS = { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" };

export function createGitHubClient({ api, settings, signal }: GitHubClientOptions): GitHubClient {
  const base = apiBase(settings);
  const request = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    api(base + path, { signal, headers: { ...HEADERS, ...headers } });

  async function page(path: string, etag?: string): Promise<GitHubPage | "unchanged" | undefined> {
    const reply = await request(path, etag === undefined ? {} : { "If-None-Match": etag });
    if (reply.status === 304) return "unchanged";
    if (reply.status === NO_SUCH_PAGE_STATUS)
      throw new ExpiredCursorError(`Cannot go on: GitHub has no page ${path}`);
    if (isAbsent(reply)) return undefined;
    const next = nextPath(reply.headers, base);
    const newTag = reply.headers.get("ETag");
    const items = await readJson(reply, { schema: z.array(z.unknown()), from: FROM });
    return { items, ...(next !== undefined && { next }), ...(newTag !== null && { etag: newTag }) };
  }

  return {
    page,
    find: async (path, schema) => {
      const reply = await request(path);
      return isAbsent(reply) ? undefined : readJson(reply, { schema, from: FROM });
    },
    query: async (body, schema) => {
      const init = { signal, headers: HEADERS, method: "POST", body: JSON.stringify(body) };
      return readGraphQl(await api(graphQlUrl(settings), init), schema);
    },
    all: async <Picked>(
      path: string,
      pick: (item: unknown) => Picked | readonly Picked[],
      { maxPages = Number.POSITIVE_INFINITY, onMore }: PageLimit = {},
    ) => {
      const picked: Picked[] = [];
      let pages = 0;
      for (let next: string | undefined = path; next !== undefined; pages++) {
        if (pages >= maxPages) {
          onMore?.();
          return picked;
        }
        const found: Awaited<ReturnType<typeof page>> = await page(next);
        if (found === undefined || found === "unchanged") return undefined;
        picked.push(...found.items.flatMap(pick));
        next = found.next;
      }
      return picked;
    },
  };
}

/** Base address of pages: GitHub, or the GitHub Enterprise Server of the settings. */
export function siteOf({ baseUrl }: Settings): string {
  const entered = String(baseUrl ?? "").trim();
  return URL.canParse(entered) ? new URL(entered).origin : PUBLIC_SITE;
}

/** With a base address, requests to other hosts are denied; github.com needs none. */
const PUBLIC_HOSTS = /^https?:\/\/((www|api)\.)?github\.com$/;

function apiBase(settings: Settings): string {
  const site = siteOf(settings);
  if (String(settings.baseUrl ?? "").trim() !== "" && PUBLIC_HOSTS.test(site))
    throw new SettingsError('Leave "Enterprise server" empty for github.com');
  return site === PUBLIC_SITE ? "https://api.github.com" : `${site}/api/v3`;
}

/** An Enterprise server has it beside version 3 of the REST API. */
function graphQlUrl(settings: Settings): string {
  return `${apiBase(settings).replace(/\/v3$/, "")}/graphql`;
}

const graphQlReply = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ type: z.string().optional(), message: z.string().optional() })).optional(),
});

/** Errors that mean: not for this person. */
const REFUSALS: ReadonlySet<string> = new Set(["FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES"]);

async function readGraphQl<Shape>(reply: Response, schema: z.ZodType<Shape>): Promise<Shape | undefined> {
  if (isAbsent(reply)) return undefined;
  const { data, errors = [] } = await readJson(reply, { schema: graphQlReply, from: FROM });
  if (errors.some(({ type }) => REFUSALS.has(type ?? ""))) return undefined;
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const reason = errors[0]?.message ?? "its answer is not as documented";
  throw new UnavailableError(`Cannot read from GitHub: ${reason}`, { cause: parsed.error });
}

function isAbsent(reply: Response): boolean {
  if (isGone(reply) || reply.status === EMPTY_REPOSITORY_STATUS) return true;
  if (reply.ok) return false;
  throw new UnavailableError(`Cannot read from GitHub: it answered with status ${reply.status}`);
}

/** Path of `rel="next"` (RFC 8288), relative to the API's base address. */
function nextPath(headers: Headers, base: string): string | undefined {
  const link = /<([^>]+)>;\s*rel="next"/.exec(headers.get("Link") ?? "")?.[1];
  return link?.startsWith(base) ? link.slice(base.length) : undefined;
}
