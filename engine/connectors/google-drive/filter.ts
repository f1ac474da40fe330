import type { Settings } from "../../model/source";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";

/** What the person narrowed the source to. */
export interface DriveFilter {
  /** Names of folders in any case; only what is in one of them, at any depth, is wanted. Empty for everything. */
  readonly folders: readonly string[];
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
}

export function readFilter(settings: Settings): DriveFilter {
  return { folders: readListSetting(settings, "folders"), since: readDateSetting(settings, "since") };
}

/** Whether a file in this container (outermost folder first) is wanted. */
export function isInWantedFolder(container: readonly string[], { folders }: DriveFilter): boolean {
  const wanted = new Set(folders.map((name) => name.toLowerCase()));
  return wanted.size === 0 || container.some((name) => wanted.has(name.toLowerCase()));
}
