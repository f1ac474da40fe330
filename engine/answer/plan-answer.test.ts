import { expect, test } from "vitest";
import { planAnswer } from "./plan-answer";

test("planAnswer() puts the question on one line", () => {
  expect(planAnswer("  What\nis   this? ").question).toBe("What is this?");
});

test.each([
  ["How do I install it?", true],
  ["Show me an example", true],
  ["Who approves travel?", false],
])("planAnswer() knows whether %j asks for code", (question, wantsCode) => {
  expect(planAnswer(question).wantsCode).toBe(wantsCode);
});

test("planAnswer() lets code be quoted when the question asks how", () => {
  expect(planAnswer("How are promises limited?")).toMatchObject({ wantsCode: false, allowsCode: true });
  expect(planAnswer("Who limits promises?")).toMatchObject({ wantsCode: false, allowsCode: false });
});
