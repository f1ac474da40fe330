import type { Page } from "@playwright/test";
import { createFakeGitHub } from "../../engine/connectors/github/testing/fake-github";
import { createFakeLinear } from "../../engine/connectors/linear/testing/fake-linear";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { serveVendors } from "./helpers/serve-vendors";

test("Linear is connected by OAuth, searched, revoked at the vendor, reconnected and disconnected", async ({
  launch,
  grantedBuild,
}) => {
  const linear = createFakeLinear({ now: Date.now });
  linear.create("The ferry timetable moves to the harbour office");
  const site = await serveVendors([linear]);
  try {
    const atlas = await launch({ extension: grantedBuild, switches: site.switches });
    const options = await atlas.open("options.html");
    await options.getByRole("button", { name: "Connect Linear" }).click();
    const dialog = options.getByRole("dialog", { name: "Connect Linear" });
    await dialog.getByLabel("Client ID").fill(linear.clientId);
    await saveScreenshot(options, "connect-linear");
    await dialog.getByRole("button", { name: "Sign in with Linear" }).click();
    const card = options.getByRole("region", { name: "Linear" });
    await expect(card).toContainText("1 of 1 indexed");
    await waitUntilIndexed(options);
    await saveScreenshot(options, "connected-linear");

    const panel = await openPanel(atlas);
    const answer = await askInPanel(panel, "Where does the ferry timetable move?");
    expect(answer.found).toBe(true);
    expect(answer.citations[0]?.url).toContain("https://linear.app/acme/issue/");
    await saveScreenshot(panel, "answer-linear");

    linear.create("The lighthouse is repainted in teal");
    // A live search has 1.5 s; on a slow machine it is repeated.
    await expect(async () => {
      expect((await askInPanel(panel, "How is the lighthouse repainted?")).text).toContain("teal");
    }).toPass();
    await expect(panel.getByText("Also asked Linear: 1 new")).toBeVisible();
    await saveScreenshot(panel, "answer-live");

    linear.revokeTokens();
    await card.getByRole("button", { name: "Sync now" }).click();
    await expect(card).toContainText("Sign in to Linear again");
    await saveScreenshot(options, "sign-in-again");
    await card.getByRole("button", { name: "Sign in again" }).click();
    const again = options.getByRole("dialog", { name: "Sign in to Linear again" });
    await again.getByLabel("Client ID").fill(linear.clientId);
    await again.getByRole("button", { name: "Sign in with Linear" }).click();
    await expect(card).not.toContainText("Sign in to Linear again");

    await card.getByRole("button", { name: "Disconnect" }).click();
    await options.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
    await expect(card).toHaveCount(0);
    expect(site.requests).toContain("POST api.linear.app/oauth/revoke");
    await expect
      .poll(async () => (await askInPanel(panel, "Where does the ferry timetable move?")).found)
      .toBe(false);
    expect(await callAtlas(options, "source-list", {})).toEqual([]);
  } finally {
    await site.close();
  }
});

test("GitHub is connected by token, cited, and deleted on request", async ({ launch, grantedBuild }) => {
  const github = createFakeGitHub({ now: Date.now });
  github.create("The winch drum is greased with lithium soap");
  github.create("The mooring rope is spliced every spring");
  const site = await serveVendors([github]);
  try {
    const atlas = await launch({ extension: grantedBuild, switches: site.switches });
    const options = await atlas.open("options.html");
    await options.getByRole("button", { name: "Connect GitHub" }).click();
    const dialog = options.getByRole("dialog", { name: "Connect GitHub" });
    await dialog.getByRole("radio", { name: /token/i }).check();
    const button = dialog.getByRole("button", { name: /token/i });
    await dialog.getByRole("textbox", { name: "Token" }).fill("ghp_wrong");
    await button.click();
    await expect(dialog.getByRole("alert")).toContainText("does not accept the token");
    await saveScreenshot(options, "connect-github-refused");
    await dialog.getByRole("textbox", { name: "Token" }).fill(github.token);
    await button.click();
    const card = options.getByRole("region", { name: "GitHub" });
    await expect(card).toContainText("indexed");
    await waitUntilIndexed(options);
    await saveScreenshot(options, "connected-github");

    const panel = await openPanel(atlas);
    const answer = await askInPanel(panel, "What is the winch drum greased with?");
    expect(answer.found).toBe(true);
    const opened = atlas.context.waitForEvent("page");
    await panel.getByRole("list", { name: "Citations" }).getByRole("link").first().click();
    expect((await opened).url()).toContain("https://github.com/acme/");

    github.revokeTokens();
    await card.getByRole("button", { name: "Sync now" }).click();
    await expect(card).toContainText("Sign in to GitHub again");
    // Indexed documents are still cited.
    expect((await askInPanel(panel, "What is the winch drum greased with?")).found).toBe(true);

    await card.getByRole("button", { name: "Disconnect" }).click();
    await options.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
    await expect(card).toHaveCount(0);
    await expect
      .poll(async () => (await askInPanel(panel, "What is the winch drum greased with?")).found)
      .toBe(false);
    expect(await readStoredText(options)).not.toContain("lithium");
  } finally {
    await site.close();
  }
});

/** All text in the database of Atlas. */
async function readStoredText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("atlas");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(
      stores.map(
        (name) =>
          new Promise<unknown>((resolve) => {
            const all = database.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
      ),
    );
    database.close();
    return JSON.stringify(rows);
  });
}
