import type { Page } from "playwright";
import type { RunningAtlas } from "../browser/launch-atlas";
import { type BundleKind, RELOAD_CHANNEL } from "./create-bundles";

/**
 * Makes the running browser load what has changed: pages by themselves, the engine by closing its page, which the next
 * question opens again, and the service worker with the whole extension. Returns what was done, in words.
 */
export async function reloadAtlas(atlas: RunningAtlas, kinds: ReadonlySet<BundleKind>): Promise<string> {
  if (kinds.has("background")) return reloadExtension(atlas);
  const page = ownPages(atlas)[0] ?? (await atlas.open("sidepanel.html"));
  if (kinds.has("engine")) await page.evaluate(closeEngine);
  await page.evaluate(askToReload, RELOAD_CHANNEL);
  return kinds.has("engine") ? "engine and pages reloaded" : "pages reloaded";
}

/** Chrome closes the extension's tabs with it. */
async function reloadExtension(atlas: RunningAtlas): Promise<string> {
  const pages = ownPages(atlas);
  const addresses = pages.map((page) => new URL(page.url()));
  const page = pages[0] ?? (await atlas.open("sidepanel.html"));
  const restarted = atlas.context.waitForEvent("serviceworker");
  // The answer may be lost, because the page is closed.
  await page.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await restarted;
  for (const page of pages) if (!page.isClosed()) await page.close();
  for (const { pathname, search, hash } of addresses)
    await atlas.open(`${pathname}${search}${hash}`.slice(1));
  return "extension reloaded";
}

function ownPages({ context, extensionId }: RunningAtlas): readonly Page[] {
  return context.pages().filter((page) => page.url().startsWith(`chrome-extension://${extensionId}/`));
}

/** Runs in a page. */
async function closeEngine(): Promise<void> {
  // There is none while nobody needs it.
  await chrome.offscreen.closeDocument().catch(() => {});
}

/** Runs in a page, which hears itself, because its own listener is another channel of that name. */
function askToReload(channel: string): void {
  new BroadcastChannel(channel).postMessage("reload");
}
