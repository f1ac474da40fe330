import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { openDiskFolder } from "../cases/disk-folder";
import { countVerdicts, evaluateCase, type JudgedQuestion } from "../cases/evaluate-case";
import { openCase } from "../cases/open-case";
import { parseQuestionCase, type QuestionCase } from "../cases/question-case";
import { loadEmbedder } from "../load-embedder";

const USAGE = "npm run eval:cases -- --cases DIR [--kind K] [--details] [--json]";
const clock = { now: () => performance.timeOrigin + performance.now() };

interface NamedCase {
  readonly folder: string;
  readonly name: string;
  readonly questionCase: QuestionCase;
}

/** Asks the questions of every case below a folder, and prints how many answers are right, closest, wrong and missed. */
async function evaluate(args: readonly string[]): Promise<void> {
  const { cases, kind, details, json } = parseCommandLine(args, {
    usage: USAGE,
    options: {
      cases: { type: "string" },
      kind: { type: "string" },
      details: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  if (!cases) throw new TypeError(`Cannot evaluate: name a folder of cases; usage: ${USAGE}`);
  const chosen = (await readCases(cases)).filter(
    (one) => kind === undefined || hasKind(one.questionCase, kind),
  );
  if (chosen.length === 0) {
    throw new RangeError(
      kind === undefined
        ? `Cannot evaluate "${cases}": no folder below it has a case.json`
        : `Cannot evaluate the kind "${kind}": no case below "${cases}" has it`,
    );
  }
  const embedder = await loadEmbedder();
  const judged: JudgedQuestion[] = [];
  for (const { folder, name, questionCase } of chosen) {
    const modified = new Map(
      Object.entries(questionCase.modified ?? {}).map(([path, time]) => [path, Date.parse(time)]),
    );
    const startedAt = clock.now();
    // Without dates of their own all files are of the same moment.
    const files = openDiskFolder(join(folder, "files"), (path) => modified.get(path) ?? startedAt);
    const opened = await openCase(files, { clock, embedder });
    judged.push(...(await evaluateCase(name, questionCase, opened)));
    opened.close();
  }
  const counted = kind === undefined ? judged : judged.filter((one) => one.kind === kind);
  if (details) printDetails(counted);
  print(chosen.length, counted, json);
}

function hasKind({ kind, questions }: QuestionCase, wanted: string): boolean {
  return questions.some((question) => (question.kind ?? kind) === wanted);
}

async function readCases(root: string): Promise<readonly NamedCase[]> {
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

function print(cases: number, judged: readonly JudgedQuestion[], json: boolean): void {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  const byKind = Object.fromEntries(
    kinds.map((kind) => {
      const ofKind = judged.filter((one) => one.kind === kind);
      return [kind, { questions: ofKind.length, ...countVerdicts(ofKind) }];
    }),
  );
  const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = judged.filter(({ isAnswerable }) => !isAnswerable);
  const summary = {
    cases,
    questions: judged.length,
    ...countVerdicts(judged),
    answerable: { questions: answerable.length, ...countVerdicts(answerable) },
    unanswerable: { questions: unanswerable.length, ...countVerdicts(unanswerable) },
    byKind,
  };
  if (json) console.log(JSON.stringify(summary));
  else console.table({ ...byKind, answerable: summary.answerable, unanswerable: summary.unanswerable });
}

function printDetails(judged: readonly JudgedQuestion[]): void {
  for (const { case: name, verdict, question, answer } of judged) {
    console.error(
      `${verdict.padEnd(8)}${name}: ${question}\n        ${answer.text.replaceAll("\n", "\n        ")}`,
    );
  }
}

evaluate(process.argv.slice(2)).catch(exitWithMessage);
