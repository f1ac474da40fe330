import type { Dirent } from "node:fs";
import { cp, readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

/** The folder's absolute path. Throws an Error of one line when it is missing, no folder, or empty. */
export async function checkFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new Error(`Cannot index the folder "${folder}": it does not exist`);
  if (!info.isDirectory()) throw new Error(`Cannot index "${folder}": it is not a folder`);
  if (!(await hasFile(path))) throw new Error(`Cannot index the folder "${folder}": there is no file in it`);
  return path;
}

/**
 * Copies the README files of the installed packages into `target`: real prose that nobody here wrote. Nested
 * packages move up a level, because Atlas leaves folders named node_modules alone. Returns how many there are.
 */
export async function collectReadmes(nodeModules: string, target: string): Promise<number> {
  const copies = new Map<string, string>();
  for await (const path of files(nodeModules)) {
    const inside = relative(nodeModules, path);
    // Hidden folders are left out, as Atlas would.
    if (!/(^|\/)readme\.(md|markdown)$/i.test(inside) || /(^|\/)\./.test(inside)) continue;
    copies.set(join(target, inside.replace(/(?<=^|\/)node_modules\//g, "")), path);
  }
  for (const [to, from] of copies) await cp(from, to);
  return copies.size;
}

async function hasFile(folder: string): Promise<boolean> {
  for await (const _file of files(folder)) return true;
  return false;
}

async function* files(folder: string): AsyncGenerator<string> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}
