import { openStore } from "../../store/open-store";
import { NOW } from "../data/work-fields";
import { createWorkItems } from "../data/work-items";
import { createWorkQuestions, QUESTION_KINDS, type WorkQuestion } from "../data/work-questions";
import { percentile } from "../measure/percentile";
import { type AnswerLab, fillIndex, openAnswerLab } from "./answer-lab";
import { ANSWER_STEPS, type AnswerTimes, askOnce } from "./ask-once";
import { QUERY_BUDGET_MS, SEED } from "./constants";
import type { InstantModel } from "./instant-model";
import type { AnswersJob } from "./job";
import { loadText } from "./load-text";
import { timed } from "./stopwatch";
import type { BenchTools } from "./tools";

/** Questions asked before the timed ones. */
const WARM_UP = 20;

const FILES = ["vocab.json", "table.i8", "scale.f32", "kernel.wasm", "voy_search_bg.wasm"];

/** Who answers: a model of this computer, one in a cloud, which is shown more, and nobody. */
const ROWS = ["device", "cloud", "none"] as const;

/** Syncs, indexes and asks: Atlas's own assembly from the outbox to the answer. */
export async function measureAnswersBuild(job: AnswersJob, { steps }: BenchTools): Promise<void> {
  const texts = await loadText(job.n);
  const asked = createWorkQuestions(texts, WARM_UP + job.queries);
  const [warmUp, questions] = [asked.slice(0, WARM_UP), asked.slice(WARM_UP)];
  const lab = await openLab();
  const isBuilt = await steps.run("index", async () => {
    const begin = performance.now();
    const size = await fillIndex(lab, createWorkItems(texts, SEED), job.n);
    return { ...size, indexMs: performance.now() - begin };
  });
  if (!isBuilt) return;
  for (const row of ROWS) {
    await steps.run(`answers · ${row}`, async () => {
      const model = row === "none" ? undefined : lab[row];
      lab.offer(model ? [model] : []);
      await askAll(lab, warmUp, model);
      return { [row]: summarise(await askAll(lab, questions, model)) };
    });
  }
}

/** A new worker over the stored index: how long until it can be asked, and its first answer. */
export async function measureAnswersOpen(job: AnswersJob, { steps }: BenchTools): Promise<void> {
  const [question] = createWorkQuestions(await loadText(job.n), 1);
  await steps.run("first question", async () => {
    let lab: AnswerLab | undefined;
    const openMs = await timed(async () => {
      lab = await openLab();
    });
    if (!lab || !question) throw new Error("There is nothing to ask");
    lab.offer([lab.device]);
    const [first] = await askAll(lab, [question], lab.device);
    return { device: { openMs, firstMs: first?.firstMs } };
  });
}

async function openLab(): Promise<AnswerLab> {
  // The set's present, going on.
  const clock = { now: () => NOW + performance.now() };
  const [vocab, table, scale, kernel, voy] = await Promise.all(FILES.map(fetchFile));
  if (!vocab || !table || !scale || !kernel || !voy) throw new Error("The files of the model are missing");
  const store = openStore({ name: "atlas-bench-answers", clock });
  return openAnswerLab({ store, clock, files: { model: { vocab, table, scale }, kernel, voy } });
}

async function fetchFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks one after the other, as long as the time for it lasts. */
export async function askAll(
  lab: AnswerLab,
  questions: readonly WorkQuestion[],
  model: InstantModel | undefined,
): Promise<readonly Asked[]> {
  const times: Asked[] = [];
  const begin = performance.now();
  for (const question of questions) {
    if (performance.now() - begin > QUERY_BUDGET_MS) break;
    model?.rewriteAs(question.rewritten ?? "");
    const { search, clock } = lab;
    const tools = { search, clock, trace: lab.newTrace(), modelId: model?.modelId };
    times.push({ ...(await askOnce(question, tools)), kind: question.kind });
  }
  return times;
}

type Asked = AnswerTimes & Pick<WorkQuestion, "kind">;

/**
 * The fields of a row, flat: `p50Ms`, `p95JudgeMs`, `p95FollowUpMs` … Of the questions that were answered; the others,
 * which no model is asked, are `p50RefusedMs` and `p95RefusedMs`.
 */
export function summarise(asked: readonly Asked[]): Record<string, number> {
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
