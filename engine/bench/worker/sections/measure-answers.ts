import { openStore } from "../../../store/open-store";
import { NOW } from "../../data/work-fields";
import { createWorkItems } from "../../data/work-items";
import { createWorkQuestions, QUESTION_KINDS, type WorkQuestion } from "../../data/work-questions";
import { percentile } from "../../measure/percentile";
import { type AnswerBench, fillIndex, openAnswerBench } from "../answers/answer-bench";
import { ANSWER_STEPS, type AnswerTimes, askOnce } from "../answers/ask-once";
import type { InstantModel } from "../answers/instant-model";
import type { BenchDeps } from "../bench-deps";
import { QUERY_BUDGET_MS, SEED } from "../constants";
import type { AnswersJob } from "../job";
import { loadText } from "../load-text";
import { timed } from "../timed";

/** Questions asked before the timed ones. */
const WARM_UP = 20;

const FILES = ["vocab.json", "table.i8", "scale.f32", "kernel.wasm", "voy_search_bg.wasm"];

/** Who answers: a model of this computer, one in a cloud, which is shown more, and nobody. */
const ROWS = ["device", "cloud", "none"] as const;

/** Syncs, indexes and asks: Atlas's own assembly from the outbox to the answer. */
export async function measureAnswersBuild(job: AnswersJob, { steps }: BenchDeps): Promise<void> {
  const texts = await loadText(job.n);
  const asked = createWorkQuestions(texts, WARM_UP + job.queries);
  const [warmUp, questions] = [asked.slice(0, WARM_UP), asked.slice(WARM_UP)];
  const answerBench = await openBench();
  const isBuilt = await steps.run("index", async () => {
    const begin = performance.now();
    const size = await fillIndex(answerBench, createWorkItems(texts, SEED), job.n);
    return { ...size, indexMs: performance.now() - begin };
  });
  if (!isBuilt) return;
  for (const row of ROWS) {
    await steps.run(`answers · ${row}`, async () => {
      const model = row === "none" ? undefined : answerBench[row];
      answerBench.offer(model ? [model] : []);
      await askAll(answerBench, warmUp, model);
      return { [row]: summarise(await askAll(answerBench, questions, model)) };
    });
  }
}

/** A new worker over the stored index: how long until it can be asked, and its first answer. */
export async function measureAnswersOpen(job: AnswersJob, { steps }: BenchDeps): Promise<void> {
  const [question] = createWorkQuestions(await loadText(job.n), 1);
  await steps.run("first question", async () => {
    let answerBench: AnswerBench | undefined;
    const openMs = await timed(async () => {
      answerBench = await openBench();
    });
    if (!answerBench || !question) throw new Error("There is nothing to ask");
    answerBench.offer([answerBench.device]);
    const [first] = await askAll(answerBench, [question], answerBench.device);
    return { device: { openMs, firstMs: first?.firstMs } };
  });
}

async function openBench(): Promise<AnswerBench> {
  // The set's present, going on.
  const clock = { now: () => NOW + performance.now() };
  const [vocab, table, scale, kernel, voy] = await Promise.all(FILES.map(fetchFile));
  if (!vocab || !table || !scale || !kernel || !voy) throw new Error("The files of the model are missing");
  const store = openStore({ name: "atlas-bench-answers", clock });
  return openAnswerBench({ store, clock, files: { model: { vocab, table, scale }, kernel, voy } });
}

async function fetchFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks one after the other, as long as the time for it lasts. */
export async function askAll(
  answerBench: AnswerBench,
  questions: readonly WorkQuestion[],
  model: InstantModel | undefined,
): Promise<readonly TimedAnswer[]> {
  const times: TimedAnswer[] = [];
  const begin = performance.now();
  for (const question of questions) {
    if (performance.now() - begin > QUERY_BUDGET_MS) break;
    model?.rewriteAs(question.rewritten ?? "");
    const { search, clock } = answerBench;
    const deps = { search, clock, trace: answerBench.newTrace(), modelId: model?.modelId };
    times.push({ ...(await askOnce(question, deps)), kind: question.kind });
  }
  return times;
}

type TimedAnswer = AnswerTimes & Pick<WorkQuestion, "kind">;

/**
 * The fields of a row, flat: `p50Ms`, `p95JudgeMs`, `p95FollowUpMs` … Of the questions that were answered; the others,
 * which no model is asked, are `p50RefusedMs` and `p95RefusedMs`.
 */
export function summarise(asked: readonly TimedAnswer[]): Record<string, number> {
  const times = asked.filter(({ answer }) => answer.found);
  const fields: Record<string, number> = { questions: asked.length, answered: times.length };
  const put = (name: string, values: readonly number[]) => {
    fields[`p50${name}Ms`] = percentile(values, 0.5);
    fields[`p95${name}Ms`] = percentile(values, 0.95);
  };
  put(
    "",
    times.map(({ firstMs }) => firstMs),
  );
  put(
    "Total",
    times.map(({ totalMs }) => totalMs),
  );
  put(
    "Refused",
    asked.filter(({ answer }) => !answer.found).map(({ firstMs }) => firstMs),
  );
  for (const step of ANSWER_STEPS) {
    put(
      capital(step),
      times.map(({ steps }) => steps[step]),
    );
  }
  for (const kind of QUESTION_KINDS) {
    put(
      capital(kind),
      times.filter((one) => one.kind === kind).map(({ firstMs }) => firstMs),
    );
  }
  return fields;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
