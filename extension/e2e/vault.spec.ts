import type { Page } from "@playwright/test";
import { createFakeGitHub } from "../../engine/connectors/github/testing/fake-github";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { serveVendors } from "./helpers/serve-vendors";

test("sign-ins lock with a passphrase and stay locked after a restart, while indexed documents are still found", async ({
  launch,
  grantedBuild,
}) => {
  const github = createFakeGitHub({ now: Date.now });
  github.create("The sluice key hangs behind the door");
  const site = await serveVendors([github]);
  try {
    const settings = { extension: grantedBuild, switches: site.switches };
    const atlas = await launch(settings);
    const options = await atlas.open("options.html");
    await callAtlas(options, "source-connect", {
      connectorId: "github",
      signInId: "test",
      signIn: { methodId: "token", entered: { token: github.token } },
    });
    await waitUntilIndexed(options);
    await options.getByRole("button", { name: "Set a passphrase" }).click();
    await options.getByLabel("Passphrase", { exact: true }).fill("correct horse");
    await options.getByRole("dialog").getByRole("button", { name: "Set passphrase" }).click();
    await expect(options.getByText("encrypted with your passphrase, and unlocked now")).toBeVisible();
    await options.getByRole("button", { name: "Lock now" }).click();
    await expect(options.getByText("Your sign-ins are locked")).toBeVisible();
    await atlas.close();

    const again = await launch(settings);
    const page = await again.open("options.html");
    await expect(page.getByText("Your sign-ins are locked")).toBeVisible();
    const card = page.getByRole("region", { name: "GitHub" });
    await card.getByRole("button", { name: "Sync now" }).click();
    await expect(card).toContainText(/passphrase/i);
    await saveScreenshot(page, "vault-locked");
    const panel = await openPanel(again);
    expect((await askInPanel(panel, "Where does the sluice key hang?")).found).toBe(true);

    await unlock(page, "wrong horse");
    await expect(page.getByRole("alert").filter({ hasText: /passphrase/i })).toBeVisible();
    await unlock(page, "correct horse");
    await expect(page.getByText("encrypted with your passphrase, and unlocked now")).toBeVisible();
    await expect(card).toContainText("Synced just now");
  } finally {
    await site.close();
  }
});

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByRole("button", { name: "Unlock" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Passphrase").fill(passphrase);
  await dialog.getByRole("button", { name: "Unlock" }).click();
}
