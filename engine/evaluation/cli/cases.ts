import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { countVerdicts, type JudgedQuestion } from "../cases/evaluate-case";
import { evaluateFolder } from "../cases/evaluate-folder";
import type { QuestionCase } from "../cases/question-case";
import { readCases } from "../cases/read-cases";
import { loadEmbedder } from "../load-embedder";

const USAGE = "npm run eval:cases -- --cases DIR [--kind K] [--details] [--json]";
const clock = { now: () => performance.timeOrigin + performance.now() };

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
  for (const one of chosen) judged.push(...(await evaluateFolder(one, { clock, embedder })));
  const counted = kind === undefined ? judged : judged.filter((one) => one.kind === kind);
  if (details) printDetails(counted);
  print(chosen.length, counted, json);
}

function hasKind({ kind, questions }: QuestionCase, wanted: string): boolean {
  return questions.some((question) => (question.kind ?? kind) === wanted);
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
