import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuildCurrent } from "./is-build-current";

const BUILT_S = 2_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-build-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes files last changed at these times, in seconds; folders are as old as the oldest file. */
async function write(files: Readonly<Record<string, number>>): Promise<void> {
  for (const [path, time] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "");
    await utimes(file, time, time);
  }
  for (const path of Object.keys(files))
    for (let up = dirname(path); up !== "."; up = dirname(up)) await utimes(join(folder, up), 1_000, 1_000);
}

const isCurrent = () =>
  isBuildCurrent(join(folder, "build"), [join(folder, "engine"), join(folder, "package.json")]);

test("isBuildCurrent() is true when everything is older than the build", async () => {
  await write({ "build/manifest.json": BUILT_S, "engine/a/b.ts": 1_999, "package.json": 1_000 });
  expect(await isCurrent()).toBe(true);
});

test("isBuildCurrent() is false without a build", async () => {
  await write({ "engine/a/b.ts": 1_000, "package.json": 1_000 });
  expect(await isCurrent()).toBe(false);
});

test.each(["engine/a/b.ts", "engine/c.wasm", "package.json"])(
  "isBuildCurrent() is false once %s has changed",
  async (path) => {
    await write({ "build/manifest.json": BUILT_S, "engine/a/b.ts": 1_000, "package.json": 1_000 });
    await write({ [path]: 2_001 });
    expect(await isCurrent()).toBe(false);
  },
);

test("isBuildCurrent() is false once a file was removed", async () => {
  await write({ "build/manifest.json": BUILT_S, "engine/a/b.ts": 1_000, "package.json": 1_000 });
  await rm(join(folder, "engine/a/b.ts"));
  expect(await isCurrent()).toBe(false);
});

test.each(["engine/a/b.test.ts", "engine/testing/x.ts", "engine/README.md"])(
  "isBuildCurrent() does not mind that %s has changed",
  async (path) => {
    await write({ "build/manifest.json": BUILT_S, "engine/a/b.ts": 1_000, "package.json": 1_000 });
    await write({ [path]: 2_001 });
    expect(await isCurrent()).toBe(true);
  },
);
