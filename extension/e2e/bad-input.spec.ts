import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerItem } from "../../engine/model/ledger";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { createBadFolder, GOOD_FILE_COUNT, OFFICE_FILES, REMOVED_FILE } from "./helpers/create-bad-folder";
import { addFolder } from "./helpers/index-folder";

test("invalid files are listed in the ledger with a reason, and all others are indexed", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "bad");
  await createBadFolder(folder);
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  await expect
    .poll(async () => (await callAtlas(options, "source-list", {}))[0]!.counts.found, { intervals: [20] })
    .toBeGreaterThan(0);
  await rm(join(folder, REMOVED_FILE));
  const counts = await waitUntilIndexed(options);

  const [summary] = await callAtlas(options, "source-list", {});
  const sourceId = summary!.source.id;
  const ledger = await callAtlas(options, "ledger-list", { sourceId, offset: 0, limit: 5_000 });
  const items = new Map(ledger.map((item) => [item.itemId, item]));
  const resultOf = (id: string): Pick<LedgerItem, "status" | "reason"> | undefined => items.get(id);

  expect(resultOf("corrupt.pdf")).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/damaged/i),
  });
  expect(resultOf("locked.pdf")).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/password/i),
  });
  expect(resultOf("huge.txt")).toMatchObject({ status: "skipped", reason: expect.stringMatching(/300 MB/) });
  expect(resultOf("binary.txt")).toMatchObject({
    status: "skipped",
    reason: expect.stringMatching(/not text/i),
  });
  expect(resultOf("empty.md")).toMatchObject({ status: "skipped", reason: expect.stringMatching(/empty/i) });
  expect(resultOf("utf16.txt")).toMatchObject({ status: "indexed" });
  expect(resultOf("latin1.txt")).toMatchObject({ status: "indexed" });
  expect(resultOf("deep/beside-the-loop.md")).toMatchObject({ status: "indexed" });
  // The file system API hides symbolic links, so a loop has no ledger row.
  expect([...items.keys()].filter((id) => id.includes("loop/"))).toEqual([]);
  expect(resultOf(REMOVED_FILE)).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/vanished|gone|no longer/i),
  });
  expect(counts.indexed).toBe(GOOD_FILE_COUNT + 3 + Object.keys(OFFICE_FILES).length);

  const latin = await callAtlasEngine(options, "document-get", { sourceId, itemId: "latin1.txt" });
  expect(latin?.text).toContain("Straße nach Köln führt über die Brücke");
  const utf16 = await callAtlasEngine(options, "document-get", { sourceId, itemId: "utf16.txt" });
  expect(utf16?.text).toContain("The heron nests");

  for (const [itemId, words] of Object.entries(OFFICE_FILES)) {
    expect(resultOf(itemId)).toMatchObject({ status: "indexed" });
    const document = await callAtlasEngine(options, "document-get", { sourceId, itemId });
    expect(document?.text).toContain(words);
  }

  await expect(
    options.getByText(
      `${counts.indexed.toLocaleString("en")} of ${counts.found.toLocaleString("en")} indexed`,
      { exact: false },
    ),
  ).toBeVisible();
  await options.getByText("What was left out").first().click();
  await expect(options.getByText(/password/i)).toBeVisible();
  await saveScreenshot(options, "options-bad-input");
});
