import type { PullPage } from "../../model/pull-page";
import { parseFeedCursor } from "../feed/feed-cursor";
import { mergeRepos, parseRepoCursor, type RepoCursor, type RepoState } from "./repo-cursor";
import type { Repo } from "./repos";

/** What came of a turn of one repository. */
export interface Turn extends Pick<PullPage, "documents" | "deletions" | "failures"> {
  readonly state: RepoState;
}

export interface WalkOptions {
  readonly now: () => number;
  listRepos(): Promise<readonly Repo[]>;
  /** Reads on in a repository, a page of what is `due`. */
  takeTurn(state: RepoState, due: Due): Promise<Turn>;
}

/** What there is to do in a repository. */
export interface Due {
  readonly issues: boolean;
  readonly files: boolean;
  /** What is new is looked for before older issues when the last look was longer ago than this. */
  readonly freshEveryMs: number;
}

/** Repositories that are only asked for what is new, in one page. */
const ASKED_AT_ONCE = 12;
/** While older items are fetched, looking everywhere for what is new takes a seventh of the hourly limit. */
const FRESH_MS_A_REPO = 5_000;
const FRESH_MS = 5 * 60_000;

/**
 * The next page over all repositories. First those where it is time are asked for what is new, several at once;
 * then those with older items have their turns, a page each, so that yesterday's work in one does not wait for
 * the beginnings of another.
 */
export async function walkRepos(options: WalkOptions, cursor: string | undefined): Promise<PullPage> {
  const at = await startPass(options, parseRepoCursor(cursor));
  const dueOf = dueAt(at, options.now());
  const chosen = choose(at, options.now());
  const turns = await Promise.all(
    chosen.repos.map((state) => options.takeTurn(state, { ...dueOf(state), ...chosen.only })),
  );
  const changed = new Map(turns.map(({ state }) => [state.name, state]));
  const repos = at.repos.map((state) => changed.get(state.name) ?? state);
  const done = !repos.map(dueAt(at, options.now())).some(isDue);
  const last = chosen.only ? at.last : chosen.repos[0]?.name;
  const next: RepoCursor = { ...at, repos, last, ...(done && { startedAt: undefined }) };
  return {
    documents: turns.flatMap(({ documents }) => documents),
    deletions: turns.flatMap(({ deletions }) => deletions),
    failures: turns.flatMap(({ failures }) => failures),
    cursor: JSON.stringify(next),
    done,
    progress: progressOf(repos),
  };
}

async function startPass({ now, listRepos }: WalkOptions, at: RepoCursor): Promise<RepoCursor> {
  if (at.startedAt !== undefined) return at;
  const startedAt = now();
  return { ...at, startedAt, repos: mergeRepos(await listRepos(), at.repos) };
}

function dueAt({ repos, startedAt = 0 }: RepoCursor, now: number): (state: RepoState) => Due {
  const freshEveryMs = Math.max(FRESH_MS, repos.length * FRESH_MS_A_REPO);
  return ({ issues, pushedAt, files }) => {
    const { backfill, freshAt = 0 } = parseFeedCursor(issues);
    const stale = freshAt < startedAt || now - freshAt >= freshEveryMs;
    return { issues: backfill !== undefined || stale, files: files !== pushedAt, freshEveryMs };
  };
}

function isDue({ issues, files }: Due): boolean {
  return issues || files;
}

interface Chosen {
  readonly repos: readonly RepoState[];
  /** Present when they are only asked for what is new. */
  readonly only?: Pick<Due, "issues" | "files">;
}

/** The repositories whose turn it is. */
function choose(at: RepoCursor, now: number): Chosen {
  const { repos, last } = at;
  const dueOf = dueAt(at, now);
  const due = repos.filter((state) => isDue(dueOf(state)));
  const quick = due.filter((state) => isQuick(state, dueOf(state), now));
  if (quick.length > 0) return { repos: quick.slice(0, ASKED_AT_ONCE), only: { issues: true, files: false } };
  const turn = repos.findIndex(({ name }) => name === last);
  const next = due.find((state) => repos.indexOf(state) > turn) ?? due[0];
  return { repos: next ? [next] : [] };
}

/** Whether a turn only looks for what is new. */
function isQuick({ issues }: RepoState, due: Due, now: number): boolean {
  const { backfill, newest, freshAt = 0 } = parseFeedCursor(issues);
  if (backfill === undefined) return !due.files;
  return newest !== undefined && now - freshAt >= due.freshEveryMs;
}

/** As far back as in the repository that is furthest behind; one not asked yet covers nothing. */
function progressOf(repos: readonly RepoState[]): NonNullable<PullPage["progress"]> {
  const behind = repos.flatMap(({ issues }) => parseFeedCursor(issues).backfill ?? []);
  const oldest = behind.map((backfill) => backfill.oldest);
  const covered = oldest.filter((time) => time !== undefined);
  return {
    backfill: behind.length > 0 || repos.some(({ files }) => files === undefined),
    ...(covered.length === behind.length && behind.length > 0 && { coveredSince: Math.max(...covered) }),
  };
}
