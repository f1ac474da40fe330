import type { Search } from "../../../create-search";
import type { Answer } from "../../../model/answer";
import type { Clock } from "../../../ports/clock";
import type { WorkQuestion } from "../../data/work-questions";
import type { AnswerTrace } from "./trace-answer";

/** The steps of an answer up to its first text, in their order. */
export const ANSWER_STEPS = [
  "understand",
  "embed",
  "search",
  "rows",
  "judge",
  "pack",
  "prompt",
  "model",
  "write",
] as const;
export type AnswerStep = (typeof ANSWER_STEPS)[number];

/** Milliseconds. */
export interface AnswerTimes {
  /** From asking to the first text, and to the end. */
  readonly firstMs: number;
  readonly totalMs: number;
  readonly steps: Readonly<Record<AnswerStep, number>>;
  readonly answer: Answer;
}

export interface AskOnceDeps {
  readonly search: Search;
  readonly clock: Clock;
  /** The one that the parts of `search` write into. */
  readonly trace: AnswerTrace;
  /** Absent: whatever may answer, or nobody. */
  readonly modelId: string | undefined;
}

const { signal } = new AbortController();

/** Asks as the panel does and takes the times of what comes. */
export async function askOnce(
  { kind: _, rewritten: _rewritten, ...asked }: WorkQuestion,
  { search, clock, trace, modelId }: AskOnceDeps,
): Promise<AnswerTimes> {
  const begin = clock.now();
  let firstAt: number | undefined;
  const request = { ...asked, ...(modelId !== undefined && { modelId }) };
  for await (const event of search.ask(request, { signal })) {
    if (event.type === "text") firstAt ??= clock.now();
    if (event.type !== "done" || firstAt === undefined) continue;
    const { answer } = event;
    const doneAt = clock.now();
    const steps = stepsOf({ begin, firstAt, doneAt, answer, trace });
    return { firstMs: firstAt - begin, totalMs: doneAt - begin, steps, answer };
  }
  throw new Error(`"${asked.question}" was not answered`);
}

interface AnswerTimeline {
  readonly begin: number;
  readonly firstAt: number;
  readonly doneAt: number;
  readonly answer: Answer;
  readonly trace: AnswerTrace;
}

function stepsOf({ begin, firstAt, doneAt, answer, trace }: AnswerTimeline): AnswerTimes["steps"] {
  const { embed, compose, total } = answer.timings;
  const readingAt = doneAt - total;
  const retrievedAt = doneAt - compose;
  const { rowsMs, windowAt, windowedAt, packedAt, promptedAt, spokenAt } = trace;
  // Where the sources do not support an answer, no model is asked.
  const isAsked = windowAt >= retrievedAt;
  const asked = {
    judge: windowAt - retrievedAt,
    pack: packedAt - windowedAt,
    prompt: promptedAt - packedAt,
    model: windowedAt - windowAt + (spokenAt ?? promptedAt) - promptedAt,
    write: firstAt - (spokenAt ?? promptedAt),
  };
  const refused = { judge: firstAt - retrievedAt, pack: 0, prompt: 0, model: 0, write: 0 };
  return {
    understand: readingAt - begin,
    embed,
    search: total - compose - embed - rowsMs,
    rows: rowsMs,
    ...(isAsked ? asked : refused),
  };
}
