import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { callAtlas, callAtlasEngine, type EngineClientGlobal } from "../scripts/browser/call-atlas";
import { waitUntilIndexed } from "../scripts/browser/wait-until-indexed";
import { collectReadmes } from "../scripts/demo/demo-folder";
import { ROOT } from "../scripts/paths";
import { expect, test } from "./helpers/atlas-test";
import { addFolder } from "./helpers/index-folder";
import { killContext } from "./helpers/kill-context";

test("indexing finishes without loss or duplicates when service worker and engine are killed", async ({
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
  expect(await killContext(atlas, "service worker")).toBe(1);
  expect(await killContext(atlas, "offscreen page")).toBe(1);
  const before = await done();
  expect(before).toBeLessThan(files);

  await expect.poll(done, { intervals: [50] }).toBeGreaterThan(before);
  expect(await killContext(atlas, "offscreen page")).toBe(1);

  const counts = await waitUntilIndexed(options);
  expect(counts.found).toBe(files);
  const { stats } = await callAtlasEngine(options, "engine-status", {});
  expect(stats.documents).toBe(counts.indexed);
});

test("a folder stays accessible while its page is open, after any number of service worker restarts", async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  await writeFile(join(folder, "one.md"), "# One\n\nThe heron nests by the weir.");
  const atlas = await launch();
  const options = await addFolder(atlas, folder);
  await waitUntilIndexed(options);

  await writeFile(join(folder, "two.md"), "# Two\n\nThe otter eats trout.");
  await options.requestGC();
  expect(await killContext(atlas, "service worker")).toBe(1);
  const [summary] = await callAtlas(options, "source-list", {});
  await callAtlas(options, "source-sync", { sourceId: summary!.source.id });
  await expect
    .poll(async () => {
      const [now] = await callAtlas(options, "source-list", {});
      return now!.source.problem?.message ?? now!.counts.indexed;
    })
    .toBe(2);
});

test("a page's calls are rejected when the engine ends, and its next call starts it again", async ({
  launch,
}) => {
  const atlas = await launch();
  const options = await atlas.open("options.html");
  await callAtlasEngine(options, "engine-status", {});
  const callUntilRejected = options.evaluate(async () => {
    const { atlasEngine } = globalThis as unknown as EngineClientGlobal;
    for (;;) {
      try {
        await atlasEngine.callEngine("engine-status", {});
      } catch (error) {
        return (error as { readonly code?: string }).code;
      }
    }
  });
  expect(await killContext(atlas, "offscreen page")).toBe(1);
  expect(await callUntilRejected).toBe("engine-gone");
  expect(await callAtlasEngine(options, "engine-status", {})).toMatchObject({ stats: { documents: 0 } });
});
