import { expect, test } from "vitest";
import { parseOptions } from "./parse-options";

const RANKING = { mode: "hybrid", rerank: true, json: false, answers: false, foreign: [] };

test("parseOptions() evaluates hybrid retrieval by default", () => {
  expect(parseOptions(["--dataset", "sets/a"])).toEqual({ ...RANKING, dataset: "sets/a" });
  expect(parseOptions(["--dataset", "a", "--mode", "vector", "--json"])).toEqual({
    ...RANKING,
    dataset: "a",
    mode: "vector",
    json: true,
  });
});

test("parseOptions() accepts datasets with foreign questions, for answers alone", () => {
  const args = ["--dataset", "a", "--foreign", "b", "--foreign", "c"];
  expect(parseOptions([...args, "--answers"])).toMatchObject({ answers: true, foreign: ["b", "c"] });
  expect(() => parseOptions(args)).toThrow("Cannot ask foreign questions of a ranking: add --answers");
});

test("parseOptions() names the error in one line", () => {
  expect(() => parseOptions([])).toThrow("Cannot evaluate: name a folder with --dataset DIR");
  expect(() => parseOptions(["--dataset", "a", "--mode", "magic"])).toThrow(
    'Cannot evaluate in mode "magic": choose hybrid, keyword, vector',
  );
  expect(() => parseOptions(["--dataset", "a", "--fast"])).toThrow(/--fast/);
});
