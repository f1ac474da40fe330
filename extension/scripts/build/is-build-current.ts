import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Never part of a build. */
const LEFT_OUT =
  /(?:^|\/)(?:node_modules|e2e|testing|fixtures|bench|evaluation|soak)(?:\/|$)|\.test\.tsx?$|\.md$/;

/** True when the build is there and nothing of it was changed since; `sources` are files and folders. */
export async function isBuildCurrent(build: string, sources: readonly string[]): Promise<boolean> {
  // Written last.
  const built = await changedAt(join(build, "manifest.json"));
  if (built === undefined) return false;
  const changed = await Promise.all(sources.map(newestIn));
  return Math.max(...changed) < built;
}

async function newestIn(source: string): Promise<number> {
  const own = await stat(source);
  if (!own.isDirectory()) return own.mtimeMs;
  const paths = await readdir(source, { recursive: true });
  // A folder's own time tells of files that were removed.
  const times = paths
    .filter((path) => !LEFT_OUT.test(path))
    .map(async (path) => (await changedAt(join(source, path))) ?? 0);
  return Math.max(own.mtimeMs, ...(await Promise.all(times)));
}

async function changedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
