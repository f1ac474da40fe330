import * as z from "zod";
import type { Repo } from "./list-repos";

const repoState = z.object({
  name: z.string(),
  branch: z.string(),
  pushedAt: z.number(),
  /** Where the feed of its issues stands; absent before its first page. */
  issues: z.string().optional(),
  /** Of the reply that said what is new since then: the same question may be asked for free. */
  etag: z.object({ path: z.string(), value: z.string() }).optional(),
  /** The `pushedAt` as of which all files have been read. */
  files: z.number().optional(),
});
export type RepoState = z.infer<typeof repoState>;

const repoCursor = z.object({
  /** When the running pass began and the repositories were listed; absent between passes. */
  startedAt: z.number().optional(),
  /** Whose backfill had the last turn. */
  last: z.string().optional(),
  repos: z.array(repoState),
});

/** Where the source stands: some 300 bytes a repository. */
export type RepoCursor = z.infer<typeof repoCursor>;

/** A cursor that cannot be read (a previous version's) starts from the beginning; nothing is delivered twice. */
export function parseRepoCursor(cursor: string | undefined): RepoCursor {
  try {
    return repoCursor.parse(JSON.parse(cursor ?? ""));
  } catch {
    return { repos: [] };
  }
}

/** The repositories there are now, each with what is known of where it stands. */
export function mergeRepos(repos: readonly Repo[], states: readonly RepoState[]): RepoState[] {
  const known = new Map(states.map((state) => [state.name, state]));
  return repos.map((repo) => ({ ...known.get(repo.name), ...repo }));
}
