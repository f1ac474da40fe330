import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { OutputFile } from "esbuild";

/** Writes the files of a build that differ from what was written before; says whether a script or style did. */
export async function writeOutputs(
  files: readonly OutputFile[],
  written: Map<string, string>,
): Promise<boolean> {
  const changed = files.filter(({ path, hash }) => written.get(path) !== hash);
  for (const { path, hash, contents } of changed) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, path.endsWith(".map") ? await withSources(path, contents) : contents);
    written.set(path, hash);
  }
  return changed.some(({ path }) => !path.endsWith(".map"));
}

interface SourceMap {
  readonly sources: readonly string[];
  sourcesContent?: readonly (string | null)[];
}

/**
 * Puts the sources of Atlas into a map that has none. Chrome cannot read them from the disk for an extension; with
 * those of all packages a map is four times as large, and takes longer to make than all else.
 */
async function withSources(path: string, contents: Uint8Array): Promise<string> {
  const map: SourceMap = JSON.parse(new TextDecoder().decode(contents));
  map.sourcesContent = await Promise.all(
    map.sources.map((source) =>
      source.includes("node_modules/")
        ? null
        : readFile(resolve(dirname(path), source), "utf8").catch(() => null),
    ),
  );
  return JSON.stringify(map);
}
