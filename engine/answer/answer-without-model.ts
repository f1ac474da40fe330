import type { AnswerEvent, AnswerNote } from "../model/answer";
import type { Filter } from "../model/filter";
import type { Intent } from "../model/intent";
import type { Evidence } from "./evidence/assess-evidence";
import { extractiveAnswer } from "./extract/extractive-answer";
import { runTask, subjectOf } from "./tasks/run-task";
import { searchSubject, type TaskContext, type TaskDeps, type TaskOutcome } from "./tasks/task";
import { writeTask } from "./tasks/write-task";

export interface AnswerWithoutModelOptions {
  readonly intent?: Intent | undefined;
  readonly filter?: Filter | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly notes?: readonly AnswerNote[];
}

/** Does the task that was asked for, or answers with quotes. A task on what the sources do not have says so. */
export async function* answerWithoutModel(
  evidence: Evidence,
  deps: TaskDeps,
  { intent = { kind: "question" }, filter, signal, notes = [] }: AnswerWithoutModelOptions = {},
): AsyncGenerator<AnswerEvent> {
  const context = { deps, filter, signal, now: deps.clock.now() };
  const outcome = await runWithin(intent, context);
  if (outcome === "question") {
    yield* extractiveAnswer(evidence, deps, { signal, notes });
  } else if (outcome === "nothing") {
    yield* extractiveAnswer(await insufficientEvidence(evidence, intent, context), deps, { signal, notes });
  } else yield* writeTask(outcome, deps, { evidence, notes, signal });
}

/** What comes near the subject, which is not an answer: the words of the task itself say nothing of the sources. */
async function insufficientEvidence(
  evidence: Evidence,
  intent: Intent,
  context: TaskContext,
): Promise<Evidence> {
  const { question, startedAt } = evidence;
  const subject = subjectOf(intent);
  const found = subject === undefined ? evidence : await searchSubject(subject, context);
  return { ...found, question, startedAt, isSufficientForQuotes: false };
}

/** A task within the time that was asked for; where that leaves nothing, without it, and the answer says so. */
async function runWithin(intent: Intent, context: TaskContext): Promise<TaskOutcome> {
  const outcome = await runTask(intent, context);
  const { updatedAfter: after, updatedBefore: before, ...filter } = context.filter ?? {};
  if (typeof outcome !== "string" || (after === undefined && before === undefined)) return outcome;
  const wider = await runTask(intent, { ...context, filter });
  if (typeof wider === "string") return outcome;
  const range = { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  return [[`${context.deps.language.sentences.tasks.loosened(range)}\n\n`], ...wider];
}
