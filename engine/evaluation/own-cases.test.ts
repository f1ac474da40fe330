import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { countVerdicts, type JudgedQuestion } from "./cases/evaluate-case";
import { evaluateFolder } from "./cases/evaluate-folder";
import { readCases } from "./cases/read-cases";
import { loadEmbedder } from "./load-embedder";

/**
 * The floors of the shares of questions, three or four questions below their values when they were set: of the
 * questions with an answer 0.65 right, 0.85 right or shown as closest, 0.97 not answered wrongly; of those without one
 * 0.79 refused.
 */
const FLOOR = { right: 0.61, shown: 0.81, notWrong: 0.94, refused: 0.71 };

const ROOT = fileURLToPath(new URL("own-cases/", import.meta.url));
/** Later than every file of the cases. */
const clock = createFakeClock(Date.UTC(2027, 3, 1));
const judged: JudgedQuestion[] = [];

describe("over small folders of files", () => {
  beforeAll(async () => {
    const embedder = await loadEmbedder();
    for (const one of await readCases(ROOT)) judged.push(...(await evaluateFolder(one, { clock, embedder })));
  });

  test("the set has enough questions, and some without an answer", () => {
    expect(judged.length).toBeGreaterThanOrEqual(130);
    expect(judged.filter(({ isAnswerable }) => !isAnswerable).length).toBeGreaterThanOrEqual(40);
  });

  test("questions are answered rightly, or what comes closest holds the answer", () => {
    const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
    const { right, closest, wrong } = countVerdicts(answerable);
    expect(right / answerable.length).toBeGreaterThanOrEqual(FLOOR.right);
    expect((right + closest) / answerable.length).toBeGreaterThanOrEqual(FLOOR.shown);
    expect(1 - wrong / answerable.length).toBeGreaterThanOrEqual(FLOOR.notWrong);
  });

  test("questions that nothing answers are refused", () => {
    const unanswerable = judged.filter(({ isAnswerable }) => !isAnswerable);
    expect(countVerdicts(unanswerable).right / unanswerable.length).toBeGreaterThanOrEqual(FLOOR.refused);
  });
});
