import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerItem } from "../../engine/model/ledger";
import { callAtlas, callAtlasEngine } from "../scripts/call-atlas";
import { waitUntilIndexed } from "../scripts/wait-until-indexed";
import { expect, shoot, test } from "./atlas-test";
import { GOOD_FILES, makeBadFolder, VANISHING } from "./bad-folder";
import { addFolder } from "./index-folder";

test("bad files are named in the ledger with a reason, and everything else is indexed", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "bad");
  await makeBadFolder(folder);
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  await expect
    .poll(async () => (await callAtlas(options, "source-list", {}))[0]!.counts.found, { intervals: [20] })
    .toBeGreaterThan(0);
  await rm(join(folder, VANISHING));
  const counts = await waitUntilIndexed(options);

  const [summary] = await callAtlas(options, "source-list", {});
  const sourceId = summary!.source.id;
  const ledger = await callAtlas(options, "ledger-list", { sourceId, offset: 0, limit: 5_000 });
  const items = new Map(ledger.map((item) => [item.itemId, item]));
  const verdict = (id: string): Pick<LedgerItem, "status" | "reason"> | undefined => items.get(id);

  expect(verdict("corrupt.pdf")).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/damaged/i),
  });
  expect(verdict("locked.pdf")).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/password/i),
  });
  expect(verdict("huge.txt")).toMatchObject({ status: "skipped", reason: expect.stringMatching(/300 MB/) });
  expect(verdict("binary.txt")).toMatchObject({
    status: "skipped",
    reason: expect.stringMatching(/not text/i),
  });
  expect(verdict("empty.md")).toMatchObject({ status: "skipped", reason: expect.stringMatching(/empty/i) });
  expect(verdict("utf16.txt")).toMatchObject({ status: "indexed" });
  expect(verdict("latin1.txt")).toMatchObject({ status: "indexed" });
  expect(verdict("deep/beside-the-loop.md")).toMatchObject({ status: "indexed" });
  // The file system API does not show symbolic links: a loop is never entered, and there is no row for it.
  expect([...items.keys()].filter((id) => id.includes("loop/"))).toEqual([]);
  expect(verdict(VANISHING)).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/vanished|gone|no longer/i),
  });
  expect(counts.indexed).toBe(GOOD_FILES + 3);

  const latin = await callAtlasEngine(options, "document-get", { sourceId, itemId: "latin1.txt" });
  expect(latin?.text).toContain("Straße nach Köln führt über die Brücke");
  const utf16 = await callAtlasEngine(options, "document-get", { sourceId, itemId: "utf16.txt" });
  expect(utf16?.text).toContain("The heron nests");

  await expect(
    options.getByText(
      `${counts.indexed.toLocaleString("en")} of ${counts.found.toLocaleString("en")} indexed`,
      { exact: false },
    ),
  ).toBeVisible();
  await options.getByText("What went wrong").first().click();
  await expect(options.getByText(/password/i)).toBeVisible();
  await shoot(options, "options-bad-input");
});
