import { describe, expect, test } from "vitest";
import { readSearchFiles } from "../testing/read-search-files";
import { openTestStore } from "../testing/store/open-test-store";
import { dotProduct } from "../util/dot-product";
import { parseBenchOptions } from "./cli/bench-options";
import { createTextSet } from "./data/text-set";
import { typedPrefixes } from "./data/typed-prefixes";
import { createVectorSet } from "./data/vector-set";
import { NOW } from "./data/work-fields";
import { createWorkItems } from "./data/work-items";
import { createWorkQuestions, QUESTION_KINDS } from "./data/work-questions";
import { byteSize } from "./measure/byte-size";
import { percentile } from "./measure/percentile";
import { recall } from "./measure/recall";
import { timeQueries } from "./measure/time-queries";
import { float32 } from "./peers/float32";
import type { BenchResult, CurvePoint, EngineRow } from "./report/bench-result";
import { curveSvg } from "./report/curve-svg";
import { formatTable } from "./report/format-table";
import { printAnswers } from "./report/print-answers";
import { evaluateTargets } from "./report/targets";
import { fillIndex, openAnswerBench } from "./worker/answers/answer-bench";
import { ANSWER_STEPS } from "./worker/answers/ask-once";
import { createJobSteps } from "./worker/job-steps";
import { askAll, summarise } from "./worker/sections/measure-answers";

const noStore = {
  put: async () => {},
  get: async () => undefined,
  delete: async () => {},
  keys: async () => [],
};

describe("createVectorSet()", () => {
  const options = { dimensions: 64, count: 3_000, seed: 7 };
  const set = createVectorSet(options);

  test("makes the same vectors again, whole or in part", () => {
    const again = createVectorSet(options).rows(900, 200);
    expect(again).toEqual(set.rows(0, 2_000).slice(900 * 64, 1_100 * 64));
    expect(createVectorSet({ ...options, seed: 8 }).rows(900, 200)).not.toEqual(again);
  });

  test("makes unit vectors", () => {
    const rows = set.rows(0, 100);
    for (let row = 0; row < 100; row++) {
      const vector = rows.subarray(row * 64, (row + 1) * 64);
      expect(dotProduct(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  test("puts a query much nearer to its neighbours than to the average vector", async () => {
    const rows = set.rows(0, 3_000);
    const similarities = set.queries(20).flatMap((query) => {
      const all = Array.from({ length: 3_000 }, (_, row) =>
        dotProduct(query, rows.subarray(row * 64, (row + 1) * 64)),
      );
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
      return [Math.max(...all) - mean];
    });
    expect(percentile(similarities, 0.1)).toBeGreaterThan(0.25);
  });
});

describe("createTextSet()", () => {
  const pieces = Array.from({ length: 30 }, (_, at) => [
    `The gardener${at} waters tulips in spring.`,
    "Every morning the kettle sings before anyone speaks a word about work or the weather.",
    `A lantern${at} hangs above the door of the harbour office and sways in the wind.`,
    `Copper wires meet beneath harbour stones near tulips.`,
  ]);
  const set = createTextSet({ pieces, count: 500, seed: 3 });

  test("gives the real chunks first and then the same recombinations every time", () => {
    expect(set.text(4)).toBe(pieces[4]!.join(" "));
    expect(set.text(400)).toBe(createTextSet({ pieces, count: 500, seed: 3 }).text(400));
    expect(set.text(400)).not.toBe(set.text(401));
  });

  test("recombines to about 200 words", () => {
    const lengths = set.texts(100, 50).map((text) => text.split(/\s+/).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...lengths)).toBeLessThan(230);
  });

  test("takes its sentence queries from the texts", () => {
    const words = new Set(
      set
        .texts(0, 500)
        .join(" ")
        .replace(/[.,;:]/g, "")
        .split(/\s+/),
    );
    for (const query of set.longQueries(20)) {
      const asked = query.split(" ");
      expect(asked.length).toBeGreaterThanOrEqual(10);
      expect(asked.filter((word) => !words.has(word))).toEqual([]);
    }
  });
});

test("typedPrefixes() types every query from its second letter on, without trailing spaces", () => {
  expect(typedPrefixes(["ab cd"])).toEqual(["ab", "ab c", "ab cd"]);
});

test("percentile() takes the nearest rank", () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile(values, 0)).toBe(1);
  expect(percentile([], 0.5)).toBeNaN();
});

test("recall() counts the true neighbours that were found, in any order", () => {
  expect(
    recall(
      [[3, 2, 1], [9]],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ),
  ).toBe(0.5);
});

test("byteSize() counts buffers, strings and numbers at any depth", () => {
  expect(byteSize({ a: new Float32Array(3), b: ["ab", "ű"], c: new Map([["k", 1]]) })).toBe(
    3 + 12 + 2 + 2 + 1 + 8,
  );
});

test("timeQueries() answers every query in order and stops when its budget is spent", async () => {
  const { answers, count } = await timeQueries([1, 2, 3], (query) => query * 2);
  expect(answers).toEqual([2, 4, 6]);
  expect(count).toBe(3);
  expect((await timeQueries([1, 2, 3], (query) => query, -1)).count).toBe(0);
});

test("float32 finds exactly the nearest vectors that are not removed", async () => {
  const set = createVectorSet({ dimensions: 64, count: 1_000, seed: 1 });
  const rows = set.rows(0, 1_000);
  const peer = await float32.create({ dimensions: 64, capacity: 1_000 });
  await peer.add(0, rows);
  await peer.remove(10, rows.slice(10 * 64, 20 * 64));
  for (const query of set.queries(5)) {
    const expected = Array.from({ length: 1_000 }, (_, row) => ({
      row,
      score: dotProduct(query, rows.subarray(row * 64, row * 64 + 64)),
    }))
      .filter(({ row }) => row < 10 || row >= 20)
      .sort((a, b) => b.score - a.score)
      .slice(0, 10);
    expect(await peer.search(query, 10)).toEqual(expected.map(({ row }) => row));
  }
  await expect(float32.open(noStore, { dimensions: 64, capacity: 1 })).rejects.toThrow("nothing was saved");
});

test("createJobSteps() reports what fails and goes on", async () => {
  const steps = createJobSteps(() => {});
  expect(await steps.run("one", async () => ({ a: 1 }))).toBe(true);
  expect(await steps.run("two", () => Promise.reject(new Error("no memory\nat line 1")))).toBe(false);
  expect(await steps.run("three", async () => ({ b: 2 }))).toBe(true);
  expect(steps.report()).toEqual({ fields: { a: 1, b: 2 }, problems: ["two: Error: no memory"] });
});

test("formatTable() lines up names to the left and numbers to the right", () => {
  expect(
    formatTable(
      ["", "ms"],
      [
        ["ours", "1"],
        ["a", "10"],
      ],
    ),
  ).toBe(["      ms", "────────", "ours   1", "a     10"].join("\n"));
});

describe("answers", () => {
  const words = ["tulips", "copper", "lantern", "harbour", "kettle", "granite", "willow", "saffron"];
  const pieces = Array.from({ length: 200 }, (_, at) => [
    `The gardener of plot${at} waters ${words[at % 8]} beside ${words[(at * 3 + 1) % 8]} in spring.`,
    "Every morning somebody sings before anyone speaks of work or of the weather.",
  ]);
  const texts = createTextSet({ pieces, count: 200, seed: 3 });

  test("are Atlas's own, timed step by step up to the first text of the model that was offered", async () => {
    // Every look at the clock is a millisecond.
    let looks = 0;
    const clock = { now: () => NOW + looks++ };
    const answerBench = await openAnswerBench({
      store: openTestStore({ clock }),
      clock,
      files: readSearchFiles(),
    });
    const size = await fillIndex(answerBench, createWorkItems(texts, 3), 200);
    expect(size.chunks).toBeGreaterThanOrEqual(200);
    answerBench.offer([answerBench.device]);
    const questions = createWorkQuestions(texts, QUESTION_KINDS.length);
    const asked = await askAll(answerBench, questions, answerBench.device);
    const [words, , , , followUp] = asked;
    expect(words?.answer.model?.id).toBe(answerBench.device.modelId);
    expect(followUp?.answer.question).toMatch(/^Who decided that \w+ should work with \w+\?$/);
    for (const { firstMs, totalMs, steps } of asked) {
      const sum = ANSWER_STEPS.reduce((total, step) => total + steps[step], 0);
      expect(Math.abs(sum - firstMs)).toBeLessThan(0.2 * firstMs + 1);
      expect(totalMs).toBeGreaterThanOrEqual(firstMs);
    }
    answerBench.offer([]);
    const quoted = await askAll(answerBench, questions.slice(0, 1), undefined);
    expect(quoted[0]?.answer).toMatchObject({ found: true, notes: [{ kind: "no-model" }] });
    const table = printAnswers([row("device", { ...size, ...summarise(asked) })]);
    expect(table).toMatch(/a model on this computer +[\d.,]+ ms/);
    expect(table).not.toMatch(/NaN|undefined/);
  });
});

const row = (name: string, fields: object): EngineRow => ({ name, n: 100_000, problems: [], ...fields });
const empty: Omit<BenchResult, "ratios"> = {
  machine: { cpu: "", cores: 2, memoryBytes: 0, system: "", node: "", browser: "", loadAverage: [0, 0] },
  ...{
    vector: [],
    keyword: [],
    hybrid: [],
    typing: [],
    curve: [],
    answers: [],
    chat: [],
    convert: [],
    bandwidth: {},
  },
};

describe("evaluateTargets()", () => {
  const judge = (result: Partial<BenchResult>, key: string) =>
    evaluateTargets({ ...empty, ...result }).find(({ target }) => target.key === key);

  test("compares ours with a peer of the same run", () => {
    const vector = [
      row("ours", { p50Ms: 0.6 }),
      row("hnswlib-wasm", { p50Ms: 0.6 }),
      row("voy-search", { p50Ms: 60 }),
    ];
    expect(judge({ vector }, "vectorToHnswlib")).toMatchObject({ value: 1, isReached: false });
    expect(judge({ vector }, "vectorToHnswlib")!.share).toBeCloseTo(1 / 0.75);
    expect(judge({ vector }, "vectorOverVoy")).toMatchObject({ isReached: true });
  });

  test("calls nothing reached that was not measured", () => {
    const vector = [row("ours", { p50Ms: 0.6 }), row("hnswlib-wasm", { problems: ["build: gave up"] })];
    expect(judge({ vector }, "vectorToHnswlib")).toMatchObject({ value: undefined, isReached: undefined });
    expect(evaluateTargets(empty).filter(({ isReached }) => isReached !== undefined)).toEqual([]);
  });
});

test("curveSvg() draws every size", () => {
  const point = (n: number): CurvePoint => ({
    ...{ n, buildMs: n / 50, mergeMs: n / 200, memoryBytes: n * 900, savedBytes: n * 700 },
    ...{ p50VectorMs: n / 1e5, p50ShortMs: n / 1e6, p50LongMs: n / 1e5, p50HybridMs: 1, p95HybridMs: 2 },
  });
  const svg = curveSvg([point(10_000), point(100_000), point(1_000_000)]);
  for (const label of ["10 k", "100 k", "1 M"]) expect(svg).toContain(`>${label}</text>`);
  expect(svg).not.toMatch(/NaN|undefined/);
});

describe("parseBenchOptions()", () => {
  test("measures everything at 100,000 × 384 unless told otherwise", () => {
    expect(parseBenchOptions([])).toMatchObject({ n: 100_000, dimensions: 384, json: false });
    expect(parseBenchOptions(["--only", "ours,sqlite"]).engines).toEqual(["ours", "sqlite-fts5"]);
    expect(parseBenchOptions(["--sections", "curve"]).sections).toEqual(["curve"]);
  });

  test.each([
    [["--n", "12"], 'Cannot take --n "12": give a multiple of 1000 from 1000 to 1000000'],
    [["--only", "lucene"], 'Cannot measure "lucene": choose from float32-js'],
    [["--sections", "all"], 'Cannot measure the section "all": choose from vector'],
    [["--fast"], "Cannot read the options: Unknown option '--fast'"],
  ])("says in one line what is wrong with %j", (args, message) => {
    expect(() => parseBenchOptions(args)).toThrow(message);
  });
});
