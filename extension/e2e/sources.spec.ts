import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import type { RunningAtlas } from "../scripts/browser/launch-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { addFolder } from "./helpers/index-folder";
import { LOCK_PAGE, servePages } from "./helpers/serve-pages";

test("bookmarks are switched on, follow changes in the browser, and are deleted completely", async ({
  launch,
  grantedBuild,
}) => {
  const atlas = await launch({ extension: grantedBuild });
  const worker = await atlas.serviceWorker();
  await worker.evaluate(() =>
    chrome.bookmarks.create({ title: "Heron watching guide", url: "https://birds.example/heron" }),
  );
  const options = await atlas.open("options.html");
  await options.getByRole("switch", { name: /bookmarks/i }).click();
  await expect.poll(() => titles(atlas, "heron")).toContain("Heron watching guide");
  await waitUntilIndexed(options);
  await saveScreenshot(options, "options-bookmarks");

  const live = await atlas.serviceWorker();
  await live.evaluate(async () => {
    const [bookmark] = await chrome.bookmarks.search({ url: "https://birds.example/heron" });
    await chrome.bookmarks.update(bookmark!.id, { title: "Egret watching guide" });
  });
  await expect.poll(() => titles(atlas, "egret")).toContain("Egret watching guide");
  await live.evaluate(async () => {
    const [bookmark] = await chrome.bookmarks.search({ url: "https://birds.example/heron" });
    await chrome.bookmarks.remove(bookmark!.id);
  });
  await expect.poll(() => titles(atlas, "egret")).toEqual([]);
});

test("bookmarked pages are read on request, and a dead one is kept with its title", async ({
  launch,
  grantedBuild,
}) => {
  const site = await servePages({ "/lock": LOCK_PAGE });
  try {
    const atlas = await launch({ extension: grantedBuild });
    const worker = await atlas.serviceWorker();
    await worker.evaluate(async (origin) => {
      await chrome.bookmarks.create({ title: "Lock upkeep", url: `${origin}/lock` });
      await chrome.bookmarks.create({ title: "Weir upkeep", url: `${origin}/gone` });
    }, site.origin);
    const options = await atlas.open("options.html");
    await options.getByRole("switch", { name: /bookmarks/i }).click();
    await waitUntilIndexed(options);
    expect(site.requests).toEqual([]);

    const readPages = options.getByRole("switch", { name: "Read the pages too" });
    await readPages.click();
    await expect(readPages).toBeChecked();
    await expect.poll(() => site.requests).toContain("/lock");
    await expect.poll(() => titles(atlas, "ash and horse manure")).toContain("Keeping a canal lock");
    await waitUntilIndexed(options);
    expect(await titles(atlas, "weir upkeep")).toContain("Weir upkeep");
    const notes = await callAtlas(options, "ledger-list", {
      sourceId: "bookmarks",
      withReason: true,
      offset: 0,
      limit: 10,
    });
    expect(notes.map(({ status, reason }) => ({ status, reason }))).toEqual([
      { status: "indexed", reason: expect.stringContaining("answered 404") },
    ]);
  } finally {
    await site.close();
  }
});

test("history, reading list and open tabs are indexed, also their deletions", async ({
  launch,
  grantedBuild,
}) => {
  const site = await servePages({ "/lock": LOCK_PAGE });
  try {
    const atlas = await launch({ extension: grantedBuild });
    const worker = await atlas.serviceWorker();
    const url = `${site.origin}/lock`;
    await worker.evaluate(async (url) => {
      await chrome.history.addUrl({ url: "https://rivers.example/weir" });
      await chrome.readingList.addEntry({ title: "Sluice maintenance weekly", url, hasBeenRead: false });
    }, url);
    const tab = await atlas.context.newPage();
    await tab.goto(url);
    const options = await atlas.open("options.html");
    for (const name of [/history/i, /reading list/i, /open tabs/i])
      await options.getByRole("switch", { name }).click();
    await waitUntilIndexed(options);
    expect(await titles(atlas, "sluice")).toContain("Sluice maintenance weekly");
    expect((await titles(atlas, "canal lock")).length).toBeGreaterThan(0);

    const live = await atlas.serviceWorker();
    await live.evaluate((url) => chrome.readingList.removeEntry({ url }), url);
    await expect.poll(() => titles(atlas, "sluice")).toEqual([]);
    await tab.close();
    await live.evaluate(() => chrome.history.deleteAll());
    await expect.poll(() => titles(atlas, "canal lock")).toEqual([]);
  } finally {
    await site.close();
  }
});

test("a folder scanned again shows new, changed, moved and deleted files", async ({ launch, scratch }) => {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  await writeFile(join(folder, "otter.md"), "# Otter\n\nThe otter sleeps in a holt.");
  await writeFile(join(folder, "beaver.md"), "# Beaver\n\nThe beaver builds a lodge.");
  await writeFile(join(folder, "vole.md"), "# Vole\n\nThe vole digs a burrow.");
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  await waitUntilIndexed(options);
  expect(await titles(atlas, "otter")).toEqual(["Otter"]);

  await writeFile(join(folder, "otter.md"), "# Otter\n\nThe otter now lives under the old bridge.");
  await mkdir(join(folder, "archive"));
  await rename(join(folder, "beaver.md"), join(folder, "archive", "beaver.md"));
  await rm(join(folder, "vole.md"));
  await writeFile(join(folder, "heron.md"), "# Heron\n\nThe heron stands in the shallows.");
  const [source] = await callAtlas(options, "source-list", {});
  await callAtlas(options, "source-sync", { sourceId: source!.source.id });
  await expect.poll(() => titles(atlas, "heron")).toEqual(["Heron"]);
  await expect.poll(() => titles(atlas, "vole")).toEqual([]);
  await waitUntilIndexed(options);
  const ledger = await callAtlas(options, "ledger-list", {
    sourceId: source!.source.id,
    offset: 0,
    limit: 10,
  });
  expect(ledger.map(({ itemId }) => itemId).sort()).toEqual(["archive/beaver.md", "heron.md", "otter.md"]);
  const otter = await callAtlasEngine(options, "document-get", {
    sourceId: source!.source.id,
    itemId: "otter.md",
  });
  expect(otter?.text).toContain("under the old bridge");
});

test("`Remove everything` deletes all data", async ({ launch, scratch }) => {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  await writeFile(join(folder, "otter.md"), "# Otter\n\nThe otter sleeps in a holt.");
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  await waitUntilIndexed(options);
  await options.getByRole("button", { name: "Remove everything", exact: true }).click();
  await options.getByRole("button", { name: "Yes, remove everything" }).click();
  await expect.poll(async () => (await callAtlas(options, "source-list", {})).length).toBe(0);
  expect(await titles(atlas, "otter")).toEqual([]);
  const { stats } = await callAtlasEngine(options, "engine-status", {});
  expect(stats.documents).toBe(0);
});

/** The titles suggested for a query, as in the omnibox. */
async function titles(atlas: RunningAtlas, query: string): Promise<string[]> {
  const page = atlas.context.pages().find((open) => open.url().includes("/options.html"));
  const suggestions = await callAtlasEngine(page!, "suggest", { query, limit: 10 });
  return suggestions.map(({ title }) => title);
}
