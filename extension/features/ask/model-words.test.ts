import { expect, test } from "vitest";
import { modelWords } from "./model-words";

test("modelWords() says which model answered, where, and whether just now", () => {
  expect(modelWords({ id: "a/l", name: "Llama", locality: "device" }, false)).toBe("Llama, on this computer");
  const far = { id: "b/g", name: "GPT", locality: "cloud", host: "api.example" } as const;
  expect(modelWords(far, true)).toBe("GPT, at api.example · answered before, nothing has changed since");
});
