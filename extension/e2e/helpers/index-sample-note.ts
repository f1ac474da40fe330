import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningAtlas } from "../../scripts/browser/launch-atlas";
import { indexFolder } from "./index-folder";

/** Indexes a note about the breeding of herons. */
export async function indexSampleNote(atlas: RunningAtlas, scratch: string): Promise<void> {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  await writeFile(
    join(folder, "heron.md"),
    "# Heron\n\nThe heron nests by the weir. It lays its eggs in April.",
  );
  await indexFolder(atlas, folder);
}
