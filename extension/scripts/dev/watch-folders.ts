import { type FSWatcher, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export interface WatchOptions {
  /** Called with the paths that changed, once nothing has changed any more for a moment. */
  readonly onChange: (paths: readonly string[]) => void;
  /** True for folders that are left out, by their name. */
  readonly leaveOut: (name: string) => boolean;
}

/** Editors write a file in several steps, and save several files at once. */
const SETTLE_MS = 25;

/**
 * Watches folders with all that lies in them, also folders that come later. Each folder by itself, because Node's own
 * recursive watching loses a file on Linux once an editor has put another one in its place.
 */
export async function watchFolders(
  roots: readonly string[],
  { onChange, leaveOut }: WatchOptions,
): Promise<{ close(): void }> {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function note(path: string): void {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...changed];
      changed.clear();
      onChange(paths);
    }, SETTLE_MS);
  }

  async function follow(folder: string): Promise<void> {
    if (closed || watchers.has(folder)) return;
    const watcher = watch(folder, (kind, name) => {
      if (name === null || leaveOut(name)) return;
      const path = join(folder, name);
      note(path);
      if (kind === "rename") void followNew(path);
    });
    // A folder that is removed ends its watcher with an error on some systems.
    watcher.on("error", () => forget(folder));
    watchers.set(folder, watcher);
    const entries = await readdir(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !leaveOut(entry.name));
    await Promise.all(folders.map(({ name }) => follow(join(folder, name))));
  }

  /** What came may be a file, or be gone again; what lies in a folder that came has changed, too. */
  async function followNew(path: string): Promise<void> {
    forget(path);
    const names = await readdir(path).catch(() => undefined);
    if (names === undefined) return;
    await follow(path).catch(() => forget(path));
    for (const name of names) note(join(path, name));
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  await Promise.all(roots.map(follow));
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
