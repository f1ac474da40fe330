import { QUESTION_KINDS } from "../data/work-questions";
import { ANSWER_STEPS } from "../worker/answers/ask-once";
import { type EngineRow, numberOf } from "./bench-result";
import { formatMs } from "./format-number";
import { formatTable } from "./format-table";

const TITLES: Readonly<Record<string, string>> = {
  device: "a model on this computer",
  cloud: "a model in a cloud",
  none: "no model: quotes",
};

/** From the question to the first text, and where the time goes. */
export function printAnswers(rows: readonly EngineRow[]): string {
  const [first] = rows;
  if (!first) return "";
  const size = [first.documents, first.chunks].map((count) => Number(count ?? first.n).toLocaleString("en"));
  const summary = formatTable(
    ["", "first text p50", "p95", "whole answer p50", "p95", "opened", "first question", "answered"],
    rows.map((row) => [
      TITLES[row.name] ?? row.name,
      ...["p50Ms", "p95Ms", "p50TotalMs", "p95TotalMs", "openMs", "firstMs"].map((key) => ms(row, key)),
      `${numberOf(row, "answered") ?? "–"} of ${numberOf(row, "questions") ?? "–"}`,
    ]),
  );
  const shares = formatTable(
    ["", ...rows.flatMap(({ name }) => [`${name} p50`, "p95"])],
    [...QUESTION_KINDS, "refused", ...ANSWER_STEPS].map((part) => {
      const key = part.charAt(0).toUpperCase() + part.slice(1);
      return [part, ...rows.flatMap((row) => [ms(row, `p50${key}Ms`), ms(row, `p95${key}Ms`)])];
    }),
  );
  const problems = rows.flatMap((row) => row.problems.map((problem) => `  ${row.name}: ${problem}`));
  return [
    `Answers, ${size[0]} documents, ${size[1]} chunks (ours, from the question to the first text)`,
    summary,
    "",
    "By kind of question, then by step",
    shares,
    ...problems,
  ].join("\n");
}

function ms(row: EngineRow, key: string): string {
  return formatMs(numberOf(row, key));
}
