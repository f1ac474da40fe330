import { expect, test } from "vitest";
import { formatAnswerModel } from "./format-answer-model";

test("formatAnswerModel() says which model answered, where, and whether just now", () => {
  expect(formatAnswerModel({ id: "a/l", name: "Llama", locality: "device" }, false)).toBe(
    "Llama, on this computer",
  );
  const far = { id: "b/g", name: "GPT", locality: "cloud", host: "api.example" } as const;
  expect(formatAnswerModel(far, true)).toBe(
    "GPT, at api.example · answered before, nothing has changed since",
  );
});
