import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDERS = ["engine", "extension", "companion-server"];
const SKIPPED_FOLDERS = new Set(["fixtures", "node_modules"]);

/** One import of one file. Paths are relative to the top folder, with their extension. */
export interface Import {
  readonly file: string;
  readonly target: string;
  /** True for `import type` and `export type`. */
  readonly typeOnly: boolean;
}

/** The TypeScript files of the project, but for those in folders of fixtures. */
export function listFiles(): readonly string[] {
  return FOLDERS.flatMap((folder) => listFolder(join(ROOT, folder)));
}

/** The file with its comments. */
export function readSource(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** The file without its comments. */
export function readCode(file: string): string {
  return readSource(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

/** What a file imports by a relative path. */
export function readImports(file: string): readonly Import[] {
  const matches = readCode(file).matchAll(
    /(?:import|export)\s+(type\s)?[^;"]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g,
  );
  return [...matches].map(([, type, from, dynamic]) => ({
    file,
    target: resolveTarget(relative(ROOT, resolve(ROOT, dirname(file), from ?? dynamic ?? ""))),
    typeOnly: type !== undefined,
  }));
}

export function formatImport({ file, target, typeOnly }: Import): string {
  return `${file} → ${target}${typeOnly ? " (type)" : ""}`;
}

function resolveTarget(path: string): string {
  const endings = ["", ".ts", ".tsx", ".d.ts", "/index.ts"];
  const ending = endings.find((candidate) => {
    const full = join(ROOT, path + candidate);
    return existsSync(full) && statSync(full).isFile();
  });
  return path + (ending ?? "");
}

function listFolder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return SKIPPED_FOLDERS.has(name) ? [] : listFolder(path);
    return /\.tsx?$/.test(name) ? [relative(ROOT, path)] : [];
  });
}
