import type { ConnectorContext } from "../../connector";
import {
  createFeedConnector,
  type FeedPage,
  type FeedRequest,
} from "../../shared/pull/feed/create-feed-connector";
import { EMPTY_ITEMS, mergeItems } from "../../shared/pull/items-page";
import { readDateSetting } from "../../shared/settings/read-date-setting";
import { type GitHubClient, siteOf } from "../client";
import { deliverFiles, listFiles } from "../deliver-files";
import { deliverIssues, describeIssue } from "../deliver-issues";
import { fileId } from "../to-document";
import type { RepoState } from "./repo-cursor";
import type { RepoStep, RepoWork } from "./walk-repos";

/** Items of one page: each may need three more requests. */
const ISSUES_PER_PAGE = 30;
const FILES_PER_PAGE = 30;

export interface PullRepoDeps {
  readonly context: ConnectorContext;
  readonly client: GitHubClient;
  readonly signal: AbortSignal;
}

/** Continues one repository: a page of its issues, a page of its files. */
export async function pullRepo(deps: PullRepoDeps, state: RepoState, work: RepoWork): Promise<RepoStep> {
  const issues = work.issues ? await pullIssues(deps, state, work) : { ...EMPTY_ITEMS, state };
  if (!work.files) return issues;
  const files = await pullFiles(deps, issues.state);
  return { ...mergeItems([issues, files]), state: files.state };
}

async function pullIssues(
  { context, client, signal }: PullRepoDeps,
  state: RepoState,
  { refreshIntervalMs }: RepoWork,
): Promise<RepoStep> {
  const { clock, known, source } = context;
  const floor = readDateSetting(source.settings, "since");
  let etag = state.etag;
  const feed = createFeedConnector<unknown>({
    clock,
    known,
    refreshIntervalMs,
    ...(floor !== undefined && { floor }),
    list: async (request) => {
      const path = request.token ?? firstPage(state.name, request);
      const page = await client.page(path, etag?.path === path ? etag.value : undefined);
      if (page === "unchanged") return { items: [] };
      if (page?.etag !== undefined && request.token === undefined) etag = { path, value: page.etag };
      return toFeedPage(state.name, page);
    },
    describe: (raw) => describeIssue(state.name, raw) ?? { id: "", version: "", updatedAt: Number.NaN },
    deliver: (raws) => deliverIssues(client, state.name, raws),
  });
  const page = await feed.pull(state.issues, signal);
  return { ...page, state: { ...state, issues: page.cursor, etag } };
}

function firstPage(repo: string, { since }: FeedRequest): string {
  const query = new URLSearchParams({ state: "all", sort: "updated", direction: "desc" });
  if (since !== undefined && since > 0) query.set("since", new Date(since).toISOString());
  query.set("per_page", String(ISSUES_PER_PAGE));
  return `/repos/${repo}/issues?${query}`;
}

/** A repository without issues, or one that the person may no longer read, has an empty list. */
function toFeedPage(
  repo: string,
  page: { items: readonly unknown[]; next?: string } | undefined,
): FeedPage<unknown> {
  if (!page) return { items: [] };
  const items = page.items.filter((raw) => describeIssue(repo, raw) !== undefined);
  return { items, ...(page.next !== undefined && { next: page.next }) };
}

/** Reads what differs from the ledger, so that no position has to be kept between pages. */
async function pullFiles({ context, client }: PullRepoDeps, state: RepoState): Promise<RepoStep> {
  if (context.source.settings.files === false)
    return { ...EMPTY_ITEMS, state: { ...state, files: state.pushedAt } };
  const { entries, complete } = await listFiles(client, state);
  const ids = entries.map(({ path }) => fileId(state.name, path));
  const ledger = await context.known(ids);
  const changed = entries.filter(({ sha }, at) => ledger.get(ids[at] ?? "")?.version !== sha);
  const site = siteOf(context.source.settings);
  const delivered = await deliverFiles(client, { site, repo: state }, changed.slice(0, FILES_PER_PAGE));
  const known = complete ? await context.withPrefix(fileId(state.name, "")) : [];
  const live = new Set(ids);
  const done = changed.length <= FILES_PER_PAGE;
  return {
    ...delivered,
    deletions: known.filter((id) => !live.has(id)),
    state: { ...state, ...(done && { files: state.pushedAt }) },
  };
}
