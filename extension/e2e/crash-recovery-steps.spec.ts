import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { BUILD, expect, test } from "./helpers/atlas-test";
import { createCrashBuild, nextCrash } from "./helpers/create-crash-build";
import { addFolder } from "./helpers/index-folder";
import { killContext } from "./helpers/kill-context";

const FILES_A_ROUND = 4;
/** Each round writes a segment; one more triggers a merge. */
const ROUNDS = 4;
const FILES = FILES_A_ROUND * (ROUNDS + 1);

test("an engine that is killed at every step of a commit and of a merge loses and duplicates nothing", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  const write = (round: number, version = "first") =>
    Promise.all(
      Array.from({ length: FILES_A_ROUND }, (_, at) =>
        writeFile(
          join(folder, `note${round}${at}.md`),
          `The heron number ${round}${at}, ${version} version.`,
        ),
      ),
    );
  const copy = await createCrashBuild(BUILD);
  const atlas = await launch({ extension: copy.path });
  await write(0);
  const options = await addFolder(atlas, folder);
  await waitUntilIndexed(options);
  for (let round = 1; round < ROUNDS; round++) {
    await write(round);
    await syncNow(options);
    await waitUntilIndexed(options);
  }

  await copy.plan({ step: 1 });
  expect(await killContext(atlas, "offscreen page")).toBe(1);
  await write(ROUNDS);
  await writeFile(join(folder, "note00.md"), "The heron number 00, second version.");
  await syncNow(options);
  const crashes: string[] = [];
  for (let step = 1; ; step++) {
    await copy.plan({ step });
    const crash = await runUntilCrash(options);
    if (crash === undefined) break;
    crashes.push(crash);
    expect(await killContext(atlas, "offscreen page")).toBe(1);
    // Committed work is not repeated: the next step belongs to the following work.
    if (crash.startsWith("after")) step = 0;
  }
  expect(crashes).toEqual(expect.arrayContaining(["before indexing", "after indexing", "after merging"]));

  const counts = await waitUntilIndexed(options);
  expect(counts).toMatchObject({ found: FILES, indexed: FILES });
  const { stats, problems } = await callAtlasEngine(options, "engine-status", {});
  expect([stats.documents, problems]).toEqual([FILES, []]);
  expect(await countRows(options)).toEqual({
    documents: FILES,
    segments: stats.segments,
    queue: 0,
    contents: 0,
  });
  const found = await callAtlasEngine(options, "suggest", { query: "heron", limit: 100 });
  expect(new Set(found.map(({ snippet }) => snippet)).size).toBe(FILES);
  expect(found).toHaveLength(FILES);
});

async function syncNow(page: Page): Promise<void> {
  const [summary] = await callAtlas(page, "source-list", {});
  await callAtlas(page, "source-sync", { sourceId: summary!.source.id });
}

/** Starts the engine and returns the step at which it stopped; undefined when all work is done. */
async function runUntilCrash(page: Page): Promise<string | undefined> {
  const crash = nextCrash(page);
  const finished = (async () => {
    // The first call may still reach the engine that was just killed, and fails with it.
    await expect(() => callAtlasEngine(page, "outbox-drain", {})).toPass();
    await waitUntilIndexed(page);
    await expect.poll(() => isMerged(page)).toBe(true);
    return undefined;
  })();
  // A stopped worker does not respond.
  finished.catch(() => {});
  return Promise.race([crash, finished]);
}

/** The merge comes last: before it there is a segment per round, and one of the last files. */
async function isMerged(page: Page): Promise<boolean> {
  const { stats } = await callAtlasEngine(page, "engine-status", {});
  return stats.documents === FILES && stats.segments <= ROUNDS;
}

/** The number of rows in the tables of the engine. */
async function countRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [{ name = "" } = {}] = await indexedDB.databases();
    const database = await settle(indexedDB.open(name));
    const tables = ["documents", "segments", "queue", "contents"];
    const counts = tables.map(async (table) => [
      table,
      await settle(database.transaction(table).objectStore(table).count()),
    ]);
    return Object.fromEntries(await Promise.all(counts));
  });
}
