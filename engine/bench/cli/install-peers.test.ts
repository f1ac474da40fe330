import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { arePeersInstalled } from "./install-peers";

const WANTED = { "": { version: "1.0.0" }, "node_modules/a": { version: "1.0.0", integrity: "sha512-a1" } };

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-peers-"));
  await writeLockfile("package-lock.json", WANTED);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("arePeersInstalled() is false before the first installation", async () => {
  expect(await arePeersInstalled(folder)).toBe(false);
});

test("arePeersInstalled() is true when npm's list names all packages of the lockfile", async () => {
  const { "": _root, ...installed } = WANTED;
  await writeLockfile("node_modules/.package-lock.json", installed);
  expect(await arePeersInstalled(folder)).toBe(true);
});

test("arePeersInstalled() is false when a package is there in another version", async () => {
  const other = { "node_modules/a": { version: "0.9.0", integrity: "sha512-a0" } };
  await writeLockfile("node_modules/.package-lock.json", other);
  expect(await arePeersInstalled(folder)).toBe(false);
});

async function writeLockfile(path: string, packages: object): Promise<void> {
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify({ lockfileVersion: 3, packages }));
}
