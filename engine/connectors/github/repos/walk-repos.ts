import type { ItemsPage, PullPage } from "../../../model/pull-page";
import { hasElapsed } from "../../../util/has-elapsed";
import { parseFeedCursor } from "../../shared/pull/feed/feed-cursor";
import { mergeItems } from "../../shared/pull/items-page";
import type { Repo } from "./list-repos";
import { mergeRepos, parseRepoCursor, type RepoCursor, type RepoState } from "./repo-cursor";

/** The result of one page of a repository. */
export interface RepoStep extends ItemsPage {
  readonly state: RepoState;
}

export interface WalkDeps {
  readonly now: () => number;
  listRepos(): Promise<readonly Repo[]>;
  /** Reads a page of the work that is `due` in a repository. */
  pullRepo(state: RepoState, due: RepoWork): Promise<RepoStep>;
}

/** The work that is due in a repository. */
export interface RepoWork {
  readonly issues: boolean;
  readonly files: boolean;
  readonly discussions: boolean;
  /** New items are read before older issues when the last look was longer ago than this. */
  readonly refreshIntervalMs: number;
}

/** Number of repositories whose new items are read in one page. */
const REFRESH_BATCH_SIZE = 12;
/** During a backfill, reading new items of all repositories takes a seventh of the hourly limit. */
const REFRESH_MS_PER_REPO = 5_000;
const MIN_REFRESH_INTERVAL_MS = 5 * 60_000;

/**
 * Returns the next page over all repositories. First, new items are read where they are due, for several repositories
 * at once. Then repositories with older items take turns, one page each, so that recent items of one do not wait for
 * old items of another.
 */
export async function walkRepos(deps: WalkDeps, cursor: string | undefined): Promise<PullPage> {
  const position = await startPass(deps, parseRepoCursor(cursor));
  const workOf = createWorkOf(position, deps.now());
  const chosen = chooseRepos(position, deps.now());
  const steps = await Promise.all(
    chosen.repos.map((state) => deps.pullRepo(state, { ...workOf(state), ...chosen.only })),
  );
  const changed = new Map(steps.map(({ state }) => [state.name, state]));
  const repos = position.repos.map((state) => changed.get(state.name) ?? state);
  const done = !repos.map(createWorkOf(position, deps.now())).some(hasWork);
  const last = chosen.only ? position.last : chosen.repos[0]?.name;
  const next: RepoCursor = { ...position, repos, last, ...(done && { startedAt: undefined }) };
  return {
    ...mergeItems(steps),
    cursor: JSON.stringify(next),
    done,
    progress: progressOf(repos),
  };
}

async function startPass({ now, listRepos }: WalkDeps, position: RepoCursor): Promise<RepoCursor> {
  if (position.startedAt !== undefined) return position;
  const startedAt = now();
  return { ...position, startedAt, repos: mergeRepos(await listRepos(), position.repos) };
}

function createWorkOf({ repos, startedAt = 0 }: RepoCursor, now: number): (state: RepoState) => RepoWork {
  const refreshIntervalMs = Math.max(MIN_REFRESH_INTERVAL_MS, repos.length * REFRESH_MS_PER_REPO);
  const isDue = (feed: string | undefined) => {
    const { backfill, freshAt = 0 } = parseFeedCursor(feed);
    return backfill !== undefined || freshAt < startedAt || hasElapsed(freshAt, refreshIntervalMs, now);
  };
  return ({ issues, pushedAt, files, hasDiscussions, discussions }) => ({
    issues: isDue(issues),
    files: files !== pushedAt,
    discussions: hasDiscussions === true && isDue(discussions),
    refreshIntervalMs,
  });
}

function hasWork({ issues, files, discussions }: RepoWork): boolean {
  return issues || files || discussions;
}

interface Chosen {
  readonly repos: readonly RepoState[];
  /** Present when only new items are read. */
  readonly only?: Pick<RepoWork, "issues" | "files" | "discussions">;
}

/** The repositories of the next page. */
function chooseRepos(position: RepoCursor, now: number): Chosen {
  const { repos, last } = position;
  const workOf = createWorkOf(position, now);
  const due = repos.filter((state) => hasWork(workOf(state)));
  const refreshOnly = due.filter((state) => isRefreshOnly(state, workOf(state), now));
  if (refreshOnly.length > 0) return { repos: refreshOnly.slice(0, REFRESH_BATCH_SIZE), only: REFRESH };
  const lastIndex = repos.findIndex(({ name }) => name === last);
  const next = due.find((state) => repos.indexOf(state) > lastIndex) ?? due[0];
  return { repos: next ? [next] : [] };
}

const REFRESH = { issues: true, files: false, discussions: false };

/** Whether a turn only reads new items. */
function isRefreshOnly({ issues }: RepoState, work: RepoWork, now: number): boolean {
  const { backfill, newest, freshAt } = parseFeedCursor(issues);
  if (backfill === undefined) return work.issues && !work.files && !work.discussions;
  return newest !== undefined && hasElapsed(freshAt, work.refreshIntervalMs, now);
}

/** The coverage of the source is that of the repository with the least; one that was not read yet covers nothing. */
function progressOf(repos: readonly RepoState[]): NonNullable<PullPage["progress"]> {
  const feeds = repos.flatMap(({ issues, hasDiscussions, discussions }) =>
    hasDiscussions ? [issues, discussions] : [issues],
  );
  const behind = feeds.flatMap((feed) => parseFeedCursor(feed).backfill ?? []);
  const oldest = behind.map((backfill) => backfill.oldest);
  const covered = oldest.filter((time) => time !== undefined);
  return {
    backfill: behind.length > 0 || repos.some(({ files }) => files === undefined),
    ...(covered.length === behind.length && behind.length > 0 && { coveredSince: Math.max(...covered) }),
  };
}
