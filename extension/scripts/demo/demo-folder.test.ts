import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder, makeOutputFolder } from "./demo-folder";

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "atlas-demo-test-"));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

test("checkFolder() takes a folder whose only file lies deep, whatever its name", async () => {
  const folder = join(scratch, `o'brien "notes" ü #1 100%`);
  await mkdir(join(folder, "a/b"), { recursive: true });
  await writeFile(join(folder, "a/b/c.md"), "text");
  expect(await checkFolder(folder)).toBe(folder);
});

test("checkFolder() refuses a folder that holds only what Atlas leaves out", async () => {
  await mkdir(join(scratch, "node_modules/p"), { recursive: true });
  await writeFile(join(scratch, "node_modules/p/README.md"), "text");
  await writeFile(join(scratch, ".hidden.md"), "text");
  await expect(checkFolder(scratch)).rejects.toThrow("there is no file in it that Atlas reads");
});

test("makeOutputFolder() makes nested folders, and says in one line when a file is in the way", async () => {
  const made = await makeOutputFolder(join(scratch, "new/nested"));
  expect((await stat(made)).isDirectory()).toBe(true);
  await writeFile(join(scratch, "file"), "text");
  await expect(makeOutputFolder(join(scratch, "file/x"))).rejects.toThrow(
    /^Cannot write to the folder "[^"\n]*": [^\n]*$/,
  );
});
