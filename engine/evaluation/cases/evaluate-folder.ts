import { join } from "node:path";
import { openDiskFolder } from "./disk-folder";
import { evaluateCase, type JudgedQuestion } from "./evaluate-case";
import { type OpenCaseOptions, type OpenedCase, openCase } from "./open-case";
import type { NamedCase } from "./read-cases";

/** Indexes the files of a case as they lie on disk, asks its questions and judges the answers. */
export async function evaluateFolder(
  named: NamedCase,
  options: OpenCaseOptions,
): Promise<readonly JudgedQuestion[]> {
  const opened = await openFolder(named, options);
  try {
    return await evaluateCase(named.name, named.questionCase, opened);
  } finally {
    opened.close();
  }
}

/** Indexes the files of a case as they lie on disk. */
export async function openFolder(
  { folder, questionCase }: NamedCase,
  options: OpenCaseOptions,
): Promise<OpenedCase> {
  const modified = new Map(
    Object.entries(questionCase.modified ?? {}).map(([path, time]) => [path, Date.parse(time)]),
  );
  const startedAt = options.clock.now();
  // Without dates of their own all files are of the same moment.
  const files = openDiskFolder(join(folder, "files"), (path) => modified.get(path) ?? startedAt);
  return openCase(files, options);
}
