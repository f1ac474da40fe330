import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlasEngine } from "../scripts/browser/call-atlas";
import { seedChat, setOpenChat } from "../scripts/browser/seed-chat";
import { collectReadmes } from "../scripts/demo/demo-folder";
import { ROOT } from "../scripts/paths";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexFolder } from "./helpers/index-folder";

const WIDTH = 360;

test("every page fits a width of 360 pixels, in light and dark mode", async ({ launch, scratch }) => {
  const folder = join(scratch, "READMEs");
  let files = 0;
  for (const name of ["p-queue", "dexie", "comlink", "idb-keyval", "vitest", "react"]) {
    await mkdir(join(folder, name), { recursive: true });
    files += await collectReadmes(join(ROOT, "node_modules", name), join(folder, name));
  }
  const atlas = await launch({ viewport: { width: WIDTH, height: 760 } });
  const empty = await atlas.open("sidepanel.html");
  await expect(empty.getByRole("button", { name: "Choose what Atlas reads" })).toBeVisible();
  await expect(empty.getByRole("textbox")).toBeFocused();
  await screenshotBothSchemes(empty, "sidepanel-empty");
  await indexFolder(atlas, folder);
  const options = atlas.context.pages().find((page) => page.url().includes("options.html"))!;
  await expect(options.getByText(`${files} of ${files} indexed`)).toBeVisible();
  await screenshotBothSchemes(options, "options");

  const panel = await openPanel(atlas);
  const answer = await askInPanel(panel, "How do I limit how many promises run at the same time?");
  await screenshotBothSchemes(panel, "sidepanel-answer");
  await expectFitsZoomed(panel);
  const reader = await atlas.context.newPage();
  await reader.goto(answer.citations[0]!.url);
  await expect(reader.locator("mark").first()).toBeInViewport();
  await screenshotBothSchemes(reader, "reader");
});

test("a long answer below another one can be scrolled to its end", async ({ launch }) => {
  const atlas = await launch({ viewport: { width: WIDTH, height: 760 } });
  const page = await atlas.open("sidepanel.html");
  await callAtlasEngine(page, "chat-list", { words: "" });
  const text = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of the minutes.`).join("\n\n");
  await seedChat(page, "minutes", [
    { question: "Who wrote the minutes?", text: "Nobody." },
    { question: "What do the minutes say?", text },
  ]);
  await setOpenChat(page, "minutes");
  await page.reload();
  const end = page.getByText("Paragraph 60 of the minutes.");
  await end.scrollIntoViewIfNeeded();
  await expect(end).toBeInViewport();
  await expect(page.getByRole("heading", { name: "Who wrote the minutes?" })).not.toBeInViewport();
  await page.getByRole("main").evaluate((main) => main.scrollTo({ top: 0, behavior: "instant" }));
  await expect(page.getByText("Nobody.")).toBeInViewport();
});

/** Saves a screenshot in each mode, and asserts that nothing overflows horizontally. */
async function screenshotBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await saveScreenshot(page, `${name}-${WIDTH}-${colorScheme}`);
  }
  expect(await readScrollWidth(page)).toBeLessThanOrEqual(WIDTH);
}

/** A zoom of 200 % halves the viewport. */
async function expectFitsZoomed(page: Page): Promise<void> {
  await page.setViewportSize({ width: WIDTH / 2, height: 380 });
  expect(await readScrollWidth(page)).toBeLessThanOrEqual(WIDTH / 2);
}

async function readScrollWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
