import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolders } from "./watch-folders";

let folder = "";
let watching: { close(): void };
const onChange = vi.fn<(paths: readonly string[]) => void>();

beforeEach(async () => {
  onChange.mockReset();
  folder = await mkdtemp(join(tmpdir(), "atlas-watch-"));
  await mkdir(join(folder, "a/b"), { recursive: true });
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "a/b/file.ts"), "1");
  watching = await watchFolders([folder], { onChange, leaveOut: (name) => name === "node_modules" });
});

afterEach(async () => {
  watching.close();
  await rm(folder, { recursive: true, force: true });
});

test("watchFolders() tells of a file deep inside that is written", async () => {
  await writeFile(join(folder, "a/b/file.ts"), "2");
  await seen("a/b/file.ts");
});

test("watchFolders() tells again of a file that an editor replaced by another one", async () => {
  for (const content of ["2", "3"]) {
    onChange.mockReset();
    await writeFile(join(folder, "swap"), content);
    await rename(join(folder, "swap"), join(folder, "a/b/file.ts"));
    await seen("a/b/file.ts");
  }
});

test("watchFolders() tells of files in a folder that came later", async () => {
  await mkdir(join(folder, "c"));
  await writeFile(join(folder, "c/file.ts"), "1");
  await seen("c/file.ts");
  onChange.mockReset();
  await writeFile(join(folder, "c/file.ts"), "2");
  await seen("c/file.ts");
});

test("watchFolders() says nothing of what is left out", async () => {
  await writeFile(join(folder, "node_modules/x.js"), "1");
  await writeFile(join(folder, "a/later.ts"), "1");
  await seen("a/later.ts");
  expect(onChange.mock.calls.flat(2).filter((path) => path.includes("node_modules"))).toEqual([]);
});

async function seen(path: string): Promise<void> {
  await vi.waitFor(() => expect(onChange.mock.calls.flat(2)).toContain(join(folder, path)));
}
