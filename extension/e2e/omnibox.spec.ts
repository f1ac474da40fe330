import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { expect, test } from "./helpers/atlas-test";
import { addFolder } from "./helpers/index-folder";
import { hasVirtualDisplay, openVirtualDisplay } from "./helpers/virtual-display";

test("the omnibox suggests documents while typing, and Enter opens the selected one", async ({
  launch,
  scratch,
}) => {
  test.skip(!hasVirtualDisplay(), "needs Xvfb and xdotool for a real address bar");
  const display = await openVirtualDisplay();
  try {
    const folder = join(scratch, "notes");
    await mkdir(folder);
    await writeFile(join(folder, "kingfisher.md"), "# Kingfisher\n\nThe kingfisher dives from a low branch.");
    const atlas = await launch({
      headless: false,
      viewport: null,
      env: { ...process.env, DISPLAY: display.name },
    });
    await waitUntilIndexed(await addFolder(atlas, folder));
    const tab = await atlas.context.newPage();

    let delayMs = 500;
    await expect(async () => {
      await display.tool("key", "Escape");
      await display.tool("key", "ctrl+l");
      await display.tool("type", "--delay", "60", "atlas");
      await display.tool("key", "Tab");
      await display.tool("type", "--delay", "60", "kingfi");
      // The list under the address bar belongs to the browser and cannot be waited for: give it longer each time.
      await tab.waitForTimeout(delayMs);
      delayMs *= 2;
      await display.tool("key", "Down");
      await display.tool("key", "Return");
      await expect
        .poll(() => urls(), { timeout: 4 * delayMs })
        .toContainEqual(expect.stringContaining("/tabs/reader.html?"));
    }).toPass({ intervals: [500] });

    function urls(): string[] {
      return atlas.context.pages().map((page) => page.url());
    }
  } finally {
    display.close();
  }
});

test("the omnibox asks in the panel when Enter is pressed on typed text", async ({ launch }) => {
  const atlas = await launch();
  const worker = await atlas.serviceWorker();
  const opened = atlas.context.waitForEvent("page");
  await worker.evaluate(() => {
    const entered = chrome.omnibox.onInputEntered as unknown as {
      dispatch(text: string, disposition: string): void;
    };
    entered.dispatch("where do otters sleep?", "currentTab");
  });
  const panel = await opened;
  await expect(panel.getByText("where do otters sleep?").first()).toBeVisible();
});
