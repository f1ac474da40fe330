import { join } from "node:path";
import { callAtlas, callAtlasEngine } from "../scripts/call-atlas";
import { collectReadmes } from "../scripts/demo-folder";
import { ROOT } from "../scripts/paths";
import { waitUntilIndexed } from "../scripts/wait-until-indexed";
import { expect, test } from "./atlas-test";
import { addFolder } from "./index-folder";
import { kill } from "./kill";

test("indexing finishes, with nothing lost or doubled, when service worker and engine are killed midway", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "READMEs");
  const files = await collectReadmes(join(ROOT, "node_modules"), folder);
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  const done = async () => {
    const [summary] = await callAtlas(options, "source-list", {});
    return summary!.counts.indexed;
  };
  await expect.poll(done, { intervals: [50] }).toBeGreaterThan(0);
  expect(await kill(atlas, "service worker")).toBe(1);
  expect(await kill(atlas, "offscreen page")).toBe(1);
  const before = await done();
  expect(before).toBeLessThan(files);

  await expect.poll(done, { intervals: [50] }).toBeGreaterThan(before);
  expect(await kill(atlas, "offscreen page")).toBe(1);

  const counts = await waitUntilIndexed(options);
  expect(counts.found).toBe(files);
  const { stats } = await callAtlasEngine(options, "engine-status", {});
  expect(stats.documents).toBe(counts.indexed);
});
