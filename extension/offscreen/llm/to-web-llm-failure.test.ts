import { expect, test } from "vitest";
import { toWebLlmFailure } from "./to-web-llm-failure";

test.each([
  ["TypeError", "Failed to fetch", "network"],
  ["Error", "Cannot fetch https://example.com/mlc-chat-config.json", "network"],
  ["SyntaxError", "Unexpected token '<'", "broken"],
  ["IntegrityError", "Hash does not match", "broken"],
  ["QuotaExceededError", "The quota has been exceeded", "disk-full"],
  ["DeviceLostError", "The WebGPU device was lost while loading the model", "memory"],
  ["ContextWindowSizeExceededError", "Prompt tokens exceed context window size", "overflow"],
  ["Error", "Something new", "other"],
])("%s %s means %s", (name, message, failure) => {
  expect(toWebLlmFailure(Object.assign(new Error(message), { name }))).toBe(failure);
});
