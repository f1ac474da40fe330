import { SettingsError } from "../../../errors/settings-error";
import { UnavailableError } from "../../../errors/unavailable-error";
import type { Settings } from "../../../model/source";
import { readListSetting } from "../../shared/settings/read-list-setting";
import type { GitHubClient } from "../client";
import { repository } from "../schema";

export interface Repo {
  /** `owner/name`. */
  readonly name: string;
  readonly branch: string;
  /** Time of the last push to any branch, milliseconds since the epoch; 0 for never. */
  readonly pushedAt: number;
  readonly hasDiscussions?: boolean | undefined;
}

const NAME = /^[\w.-]+\/[\w.-]+$/;
const OWNER = /^[\w.-]+$/;

/**
 * The repositories to read, last push first: all of the person and their organizations except forks, or those that
 * the setting names, each as `owner/name`, or all of an `owner`.
 */
export async function listRepos(client: GitHubClient, settings: Settings): Promise<readonly Repo[]> {
  const wanted = readListSetting(settings, "repos");
  const wrong = wanted.find((entry) => !NAME.test(entry) && !OWNER.test(entry));
  if (wrong !== undefined) {
    throw new SettingsError(`Cannot find repository "${wrong}": write it as owner/name`);
  }
  const names = wanted.filter((entry) => NAME.test(entry));
  const owners = wanted.filter((entry) => OWNER.test(entry)).map((owner) => owner.toLowerCase());
  const named = await Promise.all(names.map((name) => client.find(`/repos/${name}`, repository)));
  const mine = names.length > 0 && owners.length === 0 ? [] : await listOwn(client);
  const all = [
    ...named.flatMap((found) => (found ? toRepo(found) : [])),
    ...mine.filter(
      ({ name }) => owners.length === 0 || owners.includes(name.split("/")[0]?.toLowerCase() ?? ""),
    ),
  ];
  if (all.length === 0 && wanted.length > 0) {
    throw new SettingsError(`Cannot find ${wanted.join(", ")}: check the names and what the token may read`);
  }
  return [...new Map(all.map((repo) => [repo.name, repo])).values()].sort((a, b) => b.pushedAt - a.pushedAt);
}

async function listOwn(client: GitHubClient): Promise<readonly Repo[]> {
  const found = await client.all<Found>(
    "/user/repos?sort=pushed&direction=desc&per_page=100",
    (raw) => repository.safeParse(raw).data ?? [],
  );
  // An empty list would delete everything.
  if (!found) throw new UnavailableError("Cannot list repositories: GitHub does not let this token do so");
  return found.filter(({ fork }) => fork !== true).map(toRepo);
}

/** Reads a repository again by its name. */
export async function findRepo(client: GitHubClient, name: string): Promise<Repo | undefined> {
  const found = await client.find(`/repos/${name}`, repository);
  return found && toRepo(found);
}

function toRepo({ full_name, default_branch, pushed_at, has_discussions }: Found): Repo {
  const repo = { name: full_name, branch: default_branch ?? "HEAD", pushedAt: pushed_at ?? 0 };
  return has_discussions === true ? { ...repo, hasDiscussions: true } : repo;
}

type Found = Readonly<ReturnType<typeof repository.parse>>;
