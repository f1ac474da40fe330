import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

export interface Readme {
  /** Name of the package. */
  readonly id: string;
  readonly text: string;
}

const MIN_WORDS = 150;

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
    }),
  ),
});

/**
 * The README files of this project's packages with enough prose: at the top of node_modules, installed on every
 * platform, at least 150 words outside code, tables and HTML. In order of name.
 */
export function readReadmes(root: string): readonly Readme[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  return Object.entries(packages)
    .filter(([path, entry]) => isTopLevel(path) && !entry.optional && !entry.os && !entry.cpu)
    .flatMap(([path]) => readReadme(join(root, path), path.slice("node_modules/".length)))
    .filter(({ text }) => countProseWords(text) >= MIN_WORDS)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isTopLevel(path: string): boolean {
  return /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path);
}

function readReadme(folder: string, id: string): readonly Readme[] {
  if (!existsSync(folder)) return [];
  const name = readdirSync(folder).find((file) => /^readme\.(?:md|markdown)$/i.test(file));
  return name ? [{ id, text: readFileSync(join(folder, name), "utf8") }] : [];
}

function countProseWords(markdown: string): number {
  const prose = markdown
    .replace(/```[\s\S]*?(?:```|$)/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/^\s*\|.*$/gm, " ")
    .replace(/\]\([^)]*\)/g, " ");
  return prose.match(/[a-z]{2,}/gi)?.length ?? 0;
}
