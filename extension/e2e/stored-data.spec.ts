import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { collectReadmes } from "../scripts/demo/demo-folder";
import { ROOT } from "../scripts/paths";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { addFolder } from "./helpers/index-folder";
import { indexSampleNote } from "./helpers/index-sample-note";
import { killContext } from "./helpers/kill-context";

const REMEDY = /Cannot open what Atlas has stored: restart Chrome/;

test("a store that cannot be opened says once what to do, and all goes on when it opens again", async ({
  launch,
  scratch,
}) => {
  const first = await launch();
  await indexSampleNote(first, scratch);
  await first.close();
  const folders = await databaseFolders(scratch);
  for (const folder of folders) {
    await rename(folder, `${folder}.away`);
    await writeFile(folder, "");
  }

  const atlas = await launch();
  const panel = await openPanel(atlas);
  await expect(panel.getByText(REMEDY)).toBeVisible();
  await expect(panel.getByRole("alert")).toHaveCount(1);
  await panel.getByRole("textbox").fill("When does the heron lay its eggs?");
  await panel.keyboard.press("Enter");
  await expect(panel.getByText("Atlas could not answer")).toBeVisible();
  await expect(panel.getByText(REMEDY)).toHaveCount(1);
  await screenshotBothSchemes(panel, "store-broken-panel");
  const options = await atlas.open("options.html");
  await expect(options.getByText(REMEDY)).toBeVisible();
  await expect(options.getByRole("alert")).toHaveCount(1);
  await screenshotBothSchemes(options, "store-broken-options");

  for (const folder of folders) {
    await rm(folder, { recursive: true });
    await rename(`${folder}.away`, folder);
  }
  await options.getByRole("button", { name: "Try again" }).click();
  await expect(options.getByText("1 of 1 indexed")).toBeVisible();
  await expect(options.getByRole("alert")).toHaveCount(0);
  await panel.bringToFront();
  const answer = await askInPanel(panel, "When does the heron lay its eggs?");
  expect(answer.text).toContain("April");
  await expect(panel.getByText(REMEDY)).toHaveCount(0);
});

test("a database that Chrome has lost says which sources are gone, until they are added again", async ({
  launch,
  scratch,
}) => {
  const first = await launch();
  const fresh = await first.open("options.html");
  await expect(fresh.getByText("Chrome has lost")).toHaveCount(0);
  await indexSampleNote(first, scratch);
  await first.close();
  const restarted = await launch();
  const kept = await restarted.open("options.html");
  await expect(kept.getByText("1 of 1 indexed")).toBeVisible();
  await expect(kept.getByText("Chrome has lost")).toHaveCount(0);
  await restarted.close();
  for (const folder of await databaseFolders(scratch)) await rm(folder, { recursive: true });

  const atlas = await launch();
  const panel = await openPanel(atlas);
  await expect(
    panel.getByText("Chrome has lost what Atlas had stored: “notes” and your chats"),
  ).toBeVisible();
  await screenshotBothSchemes(panel, "store-lost-panel");
  const options = await atlas.open("options.html");
  await expect(options.getByText("Add the sources again below")).toBeVisible();
  await screenshotBothSchemes(options, "store-lost-options");
  await options.close();
  await addFolder(atlas, join(scratch, "notes"));
  await expect(panel.getByText("Chrome has lost")).toHaveCount(0);
});

test("what the person removed is not lost", async ({ launch, scratch }) => {
  const first = await launch();
  await indexSampleNote(first, scratch);
  const page = await first.open("options.html");
  await callAtlas(page, "data-clear", {});
  await first.close();
  const atlas = await launch();
  const panel = await openPanel(atlas);
  await expect(panel.getByRole("button", { name: "Choose what Atlas reads" })).toBeVisible();
  await expect(panel.getByText("Chrome has lost")).toHaveCount(0);
});

test("while a damaged index is rebuilt, source and panel say how many documents can be found", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "READMEs");
  await mkdir(folder, { recursive: true });
  const files = await collectReadmes(join(ROOT, "node_modules"), folder);
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  const { indexed } = await waitUntilIndexed(options);
  await damageSegments(options);
  expect(await killContext(atlas, "offscreen page")).toBe(1);
  const panel = await openPanel(atlas);
  const ready = new RegExp(`^Rebuilding the index… [\\d,]+ of ${indexed.toLocaleString("en")} documents`);
  await expect(panel.getByText(ready)).toBeVisible();
  await saveScreenshot(panel, "rebuilding-panel");
  await options.bringToFront();
  await expect(
    options.getByText(/[\d,]+ of [\d,]+ can be found in full .*Rebuilding the index…/),
  ).toBeVisible();
  await saveScreenshot(options, "rebuilding-options");
  await expect(
    options.getByText(new RegExp(`${indexed.toLocaleString("en")} of ${files.toLocaleString("en")} indexed`)),
  ).toBeVisible({ timeout: 120_000 });
  const { stats } = await callAtlasEngine(options, "engine-status", {});
  expect(stats.documents).toBe(indexed);
});

/** Where Chrome keeps the databases of the extension: a LevelDB, and large values as files. */
async function databaseFolders(scratch: string): Promise<readonly string[]> {
  const root = join(scratch, "profile/Default/IndexedDB");
  const names = (await readdir(root)).filter((name) => name.startsWith("chrome-extension_"));
  expect(names.length).toBeGreaterThan(0);
  return names.map((name) => join(root, name));
}

/** Changes a byte of every stored segment, as a fault of the disk does. */
async function damageSegments(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open("atlas"));
    const segments = database.transaction("segments", "readwrite").objectStore("segments");
    for (const segment of await settle(segments.getAll())) {
      const largest = Object.values<ArrayBuffer | ArrayBufferView>(segment.buffers).reduce((a, b) =>
        a.byteLength >= b.byteLength ? a : b,
      );
      const bytes = ArrayBuffer.isView(largest)
        ? new Uint8Array(largest.buffer, largest.byteOffset, largest.byteLength)
        : new Uint8Array(largest);
      bytes[0] = (bytes[0] ?? 0) ^ 0xff;
      await settle(segments.put(segment));
    }
    database.close();
  });
}

async function screenshotBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await saveScreenshot(page, `${name}-${colorScheme}`);
  }
}
