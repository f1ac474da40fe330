import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseQuestionCase, type QuestionCase } from "./question-case";

/** A case and the folder that holds it. */
export interface NamedCase {
  readonly folder: string;
  readonly name: string;
  readonly questionCase: QuestionCase;
}

/** The cases of a folder and of the folders directly below it, by name. */
export async function readCases(root: string): Promise<readonly NamedCase[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch((cause) => {
    throw new RangeError(`Cannot evaluate "${root}": the folder cannot be read`, { cause });
  });
  const folders = [
    root,
    ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name)),
  ];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const name = basename(resolve(folder));
      const text = await readFile(join(folder, "case.json"), "utf8").catch(() => undefined);
      return text === undefined ? [] : [{ folder, name, questionCase: parseQuestionCase(text, name) }];
    }),
  );
  return found.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
