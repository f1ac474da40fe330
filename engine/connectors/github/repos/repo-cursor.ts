import * as z from "zod";
import type { Repo } from "./list-repos";

const repoState = z.object({
  name: z.string(),
  branch: z.string(),
  pushedAt: z.number(),
  /** Cursor of the feed of its issues; absent before the first page. */
  issues: z.string().optional(),
  /** Etag of the last reply to the request for new items: repeating the request does not count against the limit. */
  etag: z.object({ path: z.string(), value: z.string() }).optional(),
  hasDiscussions: z.boolean().optional(),
  /** Cursor of the feed of its discussions; absent before the first page. */
  discussions: z.string().optional(),
  /** Etag of the list of its releases; "" when there was none. */
  releases: z.string().optional(),
  /** The `pushedAt` for which all files have been read. */
  files: z.number().optional(),
});
export type RepoState = z.infer<typeof repoState>;

const repoCursor = z.object({
  /** When the current pass started and the repositories were listed; absent between passes. */
  startedAt: z.number().optional(),
  /** The repository of the last backfill page. */
  last: z.string().optional(),
  repos: z.array(repoState),
});

/** The sync position of the source: about 300 bytes per repository. */
export type RepoCursor = z.infer<typeof repoCursor>;

/** An unreadable cursor (of an earlier version) starts from the beginning; known versions are not delivered again. */
export function parseRepoCursor(cursor: string | undefined): RepoCursor {
  try {
    return repoCursor.parse(JSON.parse(cursor ?? ""));
  } catch {
    return { repos: [] };
  }
}

/** The current repositories, each with its sync position. */
export function mergeRepos(repos: readonly Repo[], states: readonly RepoState[]): RepoState[] {
  const known = new Map(states.map((state) => [state.name, state]));
  return repos.map((repo) => ({ ...known.get(repo.name), hasDiscussions: undefined, ...repo }));
}
