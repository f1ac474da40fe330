import { join } from "node:path";
import { toPlainText } from "../../engine/util/to-plain-text";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas } from "../scripts/browser/call-atlas";
import type { RunningAtlas } from "../scripts/browser/launch-atlas";
import { collectReadmes } from "../scripts/demo/demo-folder";
import { ROOT } from "../scripts/paths";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexFolder } from "./helpers/index-folder";

const QUESTION = "How do I limit how many promises run at the same time?";

test("Atlas answers from more than 200 real files, cites the passage, and keeps the index over a restart", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "READMEs");
  expect(await collectReadmes(join(ROOT, "node_modules"), folder)).toBeGreaterThan(200);
  const first = await launch();
  const counts = await indexFolder(first, folder);
  expect(counts.indexed).toBeGreaterThan(200);
  expect(counts.found).toBe(counts.indexed + counts.skipped + counts.failed);

  const panel = await openPanel(first);
  const answer = await askInPanel(panel, QUESTION);
  expect(answer.found).toBe(true);
  const citation = answer.citations[0]!;
  const marked = citation.passage.highlights.map(([start, end]) => citation.passage.text.slice(start, end));
  expect(marked.map(oneLine)).toEqual([oneLine(toPlainText(citation.quote))]);
  await saveScreenshot(panel, "sidepanel-answer");

  const reader = first.context.waitForEvent("page");
  await panel
    .getByRole("button", { name: /^\[?1\]?/ })
    .first()
    .click();
  await expect((await reader).locator("mark").first()).toBeInViewport();
  await saveScreenshot(await reader, "reader");

  const ledgerBefore = await ledgerOf(first);
  await first.close();

  const second = await launch();
  const again = await askInPanel(await openPanel(second), QUESTION);
  expect(again.citations.map(({ url }) => url)).toEqual(answer.citations.map(({ url }) => url));
  expect(await ledgerOf(second)).toEqual(ledgerBefore);
});

test("Atlas shows that nothing was found", async ({ launch, scratch }) => {
  const folder = join(scratch, "READMEs");
  await collectReadmes(join(ROOT, "node_modules/p-queue"), folder);
  const atlas = await launch();
  await indexFolder(atlas, folder);
  const panel = await openPanel(atlas);
  const answer = await askInPanel(panel, "Who won the football world cup in 1954?");
  expect(answer.found).toBe(false);
  expect(answer.citations).toEqual([]);
  await expect(panel.getByText(answer.text)).toBeVisible();
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Status and time of every item, which are equal only when nothing was indexed again. */
async function ledgerOf(atlas: RunningAtlas) {
  const page = await atlas.open("options.html");
  const [folder] = await callAtlas(page, "source-list", {});
  const ledger = await callAtlas(page, "ledger-list", {
    sourceId: folder!.source.id,
    offset: 0,
    limit: 2_000,
  });
  return ledger.map(({ itemId, status, changedAt }) => ({ itemId, status, changedAt }));
}
