import type { Dirent } from "node:fs";
import { access, constants, cp, mkdir, readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { isExcluded } from "../../../engine/connectors/folder/is-excluded";

/**
 * The folder's absolute path. Throws an Error of one line when it is missing, no folder, not readable, or holds
 * nothing that Atlas reads.
 */
export async function checkFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new Error(`Cannot index the folder "${folder}": it does not exist`);
  if (!info.isDirectory()) throw new Error(`Cannot index "${folder}": it is not a folder`);
  await access(path, constants.R_OK | constants.X_OK).catch((cause) => {
    throw new Error(`Cannot index the folder "${folder}": the system refuses to open it`, { cause });
  });
  if (!(await hasFile(path)))
    throw new Error(`Cannot index the folder "${folder}": there is no file in it that Atlas reads`);
  return path;
}

/** Makes the folder results go to. Throws an Error of one line when it cannot be made or written to. */
export async function makeOutputFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (cause) {
    throw new Error(`Cannot write to the folder "${folder}": name one that can be made and written to`, {
      cause,
    });
  }
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

/** True when Atlas would find a file; what cannot be listed is passed over, as Atlas does. */
async function hasFile(folder: string): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const kind = entry.isDirectory() ? "directory" : "file";
    if (isExcluded({ kind, name: entry.name }, false)) continue;
    if (entry.isFile() || (entry.isDirectory() && (await hasFile(join(folder, entry.name))))) return true;
  }
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
