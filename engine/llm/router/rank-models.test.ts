import { expect, test } from "vitest";
import { parseParameterCount } from "./rank-models";

test.each([
  ["SmolLM2 135M", 135e6],
  ["Qwen2.5 0.5B", 0.5e9],
  ["llama3.2:1b", 1e9],
  ["gemma 2 2b", 2e9],
  ["qwen2.5-coder:14b-instruct-q4_K_M", 14e9],
  ["Chrome's built-in model", undefined],
  ["anthropic/claude-sonnet-4-5", undefined],
  ["gpt-4.1-mini", undefined],
  ["mixtral:8x7b", undefined],
])("parseParameterCount(%s) is %s", (name, parameters) => {
  expect(parseParameterCount(name)).toBe(parameters);
});
