import type { LedgerCounts } from "../../../engine/model/ledger";
import { callAtlas } from "../../scripts/browser/call-atlas";
import { dropFolder, type RunningAtlas } from "../../scripts/browser/launch-atlas";
import { waitUntilIndexed } from "../../scripts/browser/wait-until-indexed";
import { expect } from "./atlas-test";

/** Drops a folder on the options page; resolves when the source is listed. The page stays open, because it holds the permission. */
export async function addFolder(atlas: RunningAtlas, folder: string) {
  const page = await atlas.open("options.html");
  await page.getByRole("main").waitFor();
  await dropFolder(page, folder);
  await expect.poll(async () => (await callAtlas(page, "source-list", {})).length).toBe(1);
  return page;
}

/** Adds a folder and waits until it is indexed. */
export async function indexFolder(atlas: RunningAtlas, folder: string): Promise<LedgerCounts> {
  return waitUntilIndexed(await addFolder(atlas, folder));
}
