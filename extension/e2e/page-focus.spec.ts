import type { Page } from "@playwright/test";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas } from "../scripts/browser/call-atlas";
import type { RunningAtlas } from "../scripts/browser/launch-atlas";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { LOCK_PAGE, type Site, servePages } from "./helpers/serve-pages";

let site: Site;
test.beforeAll(async () => {
  site = await servePages({ "/lock": LOCK_PAGE });
});
test.afterAll(() => site.close());

test("a page from the context menu is the only source of the answer", async ({ launch, grantedBuild }) => {
  const atlas = await launch({ extension: grantedBuild });
  const panel = await openPanel(atlas);
  const page = await visit(atlas, "/lock");
  await rightClick(atlas, page, { menuItemId: "page", pageUrl: page.url() });
  await expect(panel.getByText("Keeping a canal lock")).toBeVisible();

  const answer = await askInPanel(panel, "When is the paddle gear greased?");
  expect(answer.found).toBe(true);
  expect(answer.text).toContain("every second Tuesday");
  expect(answer.citations[0]!.url).toContain("/lock#:~:text=");
  await saveScreenshot(panel, "sidepanel-page");

  const gates = await askInPanel(panel, "How long do the oak gates last?");
  const opened = atlas.context.waitForEvent("page");
  await panel.getByRole("button", { name: /^1: / }).last().click();
  const cited = await opened;
  expect(gates.citations[0]!.url).toContain(cited.url());
  // The text fragment scrolls to the passage, four thousand pixels down.
  await expect.poll(() => cited.evaluate(() => window.scrollY)).toBeGreaterThan(3_000);
});

test("a selection from the context menu is the only source of the answer", async ({
  launch,
  grantedBuild,
}) => {
  const atlas = await launch({ extension: grantedBuild });
  const panel = await openPanel(atlas);
  const page = await visit(atlas, "/lock");
  const selectionText = "The oak gates last about twenty-five years. The paddles are made of elm.";
  await rightClick(atlas, page, { menuItemId: "selection", pageUrl: page.url(), selectionText });
  await expect(panel.getByText("Keeping a canal lock")).toBeVisible();
  const answer = await askInPanel(panel, "How long do the oak gates last?");
  expect(answer.text).toContain("twenty-five years");
});

test("a link from the context menu is read and cited", async ({ launch, grantedBuild }) => {
  const atlas = await launch({ extension: grantedBuild });
  const panel = await openPanel(atlas);
  const page = await visit(atlas, "/lock");
  await rightClick(atlas, page, { menuItemId: "link", pageUrl: page.url(), linkUrl: `${site.origin}/lock` });
  await expect(panel.getByText("Keeping a canal lock")).toBeVisible();
  const answer = await askInPanel(panel, "What is packed into a leaking mitre?");
  expect(answer.text).toContain("horse manure");
});

test("a link to a site without access asks for access, and a dead link shows the reason", async ({
  launch,
  grantedBuild,
}) => {
  const shipped = await launch();
  const panel = await openPanel(shipped);
  const page = await visit(shipped, "/lock");
  await rightClick(shipped, page, {
    menuItemId: "link",
    pageUrl: page.url(),
    linkUrl: `${site.origin}/lock`,
  });
  await expect(panel.getByRole("button", { name: /allow/i })).toBeVisible();
  await shipped.close();

  const granted = await launch({ extension: grantedBuild });
  const other = await openPanel(granted);
  await rightClick(granted, await visit(granted, "/lock"), {
    menuItemId: "link",
    linkUrl: `${site.origin}/gone`,
  });
  await expect(other.getByText(/answered 404/)).toBeVisible();
});

test("a saved page is found, and is gone after its removal", async ({ launch, grantedBuild }) => {
  const atlas = await launch({ extension: grantedBuild });
  const panel = await openPanel(atlas);
  const page = await visit(atlas, "/lock");
  await rightClick(atlas, page, { menuItemId: "save", pageUrl: page.url() });
  await expect(panel.getByText(/Saved/).first()).toBeVisible();
  await expect
    .poll(async () => (await askInPanel(panel, "Which yard do new gates come from?")).text)
    .toContain("Bradley");

  const saved = (await callAtlas(panel, "source-list", {})).find(
    ({ source }) => source.connectorId === "saved-pages",
  );
  const sourceId = saved!.source.id;
  await callAtlas(panel, "item-remove", { sourceId, itemId: page.url() });
  expect((await askInPanel(panel, "Which yard do new gates come from?")).found).toBe(false);
});

async function visit(atlas: RunningAtlas, path: string): Promise<Page> {
  const page = await atlas.context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** Dispatches the event of a clicked menu item; the native menu is not accessible to tests. */
async function rightClick(atlas: RunningAtlas, page: Page, info: Record<string, string>): Promise<void> {
  const worker = await atlas.serviceWorker();
  await worker.evaluate(
    async ({ url, info }) => {
      const [tab] = await chrome.tabs.query({ url });
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: object, tab: object): void;
      };
      clicked.dispatch(info, tab ?? (await chrome.tabs.query({ active: true }))[0] ?? {});
    },
    { url: page.url(), info },
  );
}
