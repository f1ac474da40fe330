import type { ConnectorContext } from "../../connector";
import {
  createFeedConnector,
  type FeedPage,
  type FeedRequest,
} from "../../shared/pull/feed/create-feed-connector";
import { parseFeedCursor } from "../../shared/pull/feed/feed-cursor";
import { EMPTY_ITEMS, mergeItems } from "../../shared/pull/items-page";
import { readDateSetting } from "../../shared/settings/read-date-setting";
import { type GitHubClient, siteOf } from "../client";
import { deliverFiles, listFiles, readsFiles } from "../deliver-files";
import { deliverIssues, describeIssue } from "../deliver-issues";
import { listDiscussions } from "../discussions/read-discussions";
import { deliverDiscussion, describeDiscussion } from "../discussions/to-discussion-document";
import { pullReleases } from "../releases";
import { fileId } from "../to-document";
import type { RepoState } from "./repo-cursor";
import type { RepoStep, RepoWork } from "./walk-repos";

/** Items of one page: each may need six more requests. */
const ISSUES_PER_PAGE = 30;
const FILES_PER_PAGE = 30;

export interface PullRepoDeps {
  readonly context: ConnectorContext;
  readonly client: GitHubClient;
  readonly signal: AbortSignal;
}

/** Continues one repository: a page of its issues with its releases, of its files, of its discussions. */
export async function pullRepo(deps: PullRepoDeps, state: RepoState, work: RepoWork): Promise<RepoStep> {
  const steps: RepoStep[] = [];
  const current = () => steps.at(-1)?.state ?? state;
  if (work.issues) {
    steps.push(await pullIssues(deps, state, work));
    if (isRefreshed(state.issues, current().issues)) steps.push(await pullReleaseList(deps, current()));
  }
  if (work.files) steps.push(await pullFiles(deps, current()));
  if (work.discussions) steps.push(await pullDiscussions(deps, current(), work));
  return { ...mergeItems(steps), state: current() };
}

/** Whether a page looked for new items, and did not only continue with older ones. */
function isRefreshed(before: string | undefined, after: string | undefined): boolean {
  return parseFeedCursor(before).freshAt !== parseFeedCursor(after).freshAt;
}

async function pullReleaseList({ context, client }: PullRepoDeps, state: RepoState): Promise<RepoStep> {
  const etag = state.releases || undefined;
  const { etag: releases = "", ...items } = await pullReleases(client, context, { repo: state.name, etag });
  return { ...items, state: { ...state, releases } };
}

async function pullDiscussions(
  { context, client, signal }: PullRepoDeps,
  state: RepoState,
  { refreshIntervalMs }: RepoWork,
): Promise<RepoStep> {
  const { clock, known, source } = context;
  const floor = readDateSetting(source.settings, "since");
  const feed = createFeedConnector<unknown>({
    clock,
    known,
    refreshIntervalMs,
    ...(floor !== undefined && { floor }),
    list: ({ token }) => listDiscussions(client, state.name, token),
    describe: (raw) => describeDiscussion(state.name, raw),
    deliver: async (raws) => mergeItems(raws.map((raw) => deliverDiscussion(state.name, raw))),
  });
  const page = await feed.pull(state.discussions, signal);
  return { ...page, state: { ...state, discussions: page.cursor } };
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
      return toFeedPage(page);
    },
    describe: (raw) => describeIssue(state.name, raw),
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
function toFeedPage(page: { items: readonly unknown[]; next?: string } | undefined): FeedPage<unknown> {
  if (!page) return { items: [] };
  return { items: page.items, ...(page.next !== undefined && { next: page.next }) };
}

/** Reads what differs from the ledger, so that no position has to be kept between pages. */
async function pullFiles({ context, client }: PullRepoDeps, state: RepoState): Promise<RepoStep> {
  const { settings } = context.source;
  if (!readsFiles(settings, state.name))
    return { ...EMPTY_ITEMS, state: { ...state, files: state.pushedAt } };
  const { entries, complete, leftOut } = await listFiles(client, state, settings);
  const ids = entries.map(({ path }) => fileId(state.name, path));
  const ledger = await context.known([...ids, ...(leftOut ? [leftOut.id] : [])]);
  const changed = entries.filter(({ sha }, at) => ledger.get(ids[at] ?? "")?.version !== sha);
  const site = siteOf(settings);
  const delivered = await deliverFiles(client, { site, repo: state }, changed.slice(0, FILES_PER_PAGE));
  const known = complete ? await context.withPrefix(fileId(state.name, "")) : [];
  const live = new Set(ids);
  const done = changed.length <= FILES_PER_PAGE;
  const isNew = leftOut && ledger.get(leftOut.id)?.version !== leftOut.version;
  return {
    ...delivered,
    failures: isNew ? [...delivered.failures, leftOut] : delivered.failures,
    deletions: known.filter((id) => !live.has(id)),
    state: { ...state, ...(done && { files: state.pushedAt }) },
  };
}
