import { expect, test } from "vitest";
import { formatAnswerModel } from "./format-answer-model";

test("formatAnswerModel() names the model, its location, and a cached answer", () => {
  expect(formatAnswerModel({ id: "a/l", name: "Llama", locality: "device" }, false)).toBe(
    "Llama, on this computer",
  );
  const far = { id: "b/g", name: "GPT", locality: "cloud", host: "api.example" } as const;
  expect(formatAnswerModel(far, true)).toBe(
    "GPT, at api.example · answered before, nothing has changed since",
  );
});
