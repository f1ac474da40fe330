import { expect, test } from "vitest";
import { parseOptions } from "./parse-options";

test("parseOptions() evaluates hybrid retrieval unless told otherwise", () => {
  expect(parseOptions(["--dataset", "sets/a"])).toEqual({ dataset: "sets/a", mode: "hybrid", json: false });
  expect(parseOptions(["--dataset", "a", "--mode", "vector", "--json"])).toEqual({
    dataset: "a",
    mode: "vector",
    json: true,
  });
});

test("parseOptions() says in one line what is wrong", () => {
  expect(() => parseOptions([])).toThrow("Cannot evaluate: name a folder with --dataset DIR");
  expect(() => parseOptions(["--dataset", "a", "--mode", "magic"])).toThrow(
    'Cannot evaluate in mode "magic": choose hybrid, keyword, vector',
  );
  expect(() => parseOptions(["--dataset", "a", "--fast"])).toThrow(/--fast/);
});
