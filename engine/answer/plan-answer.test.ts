import { expect, test } from "vitest";
import { english } from "../language/english/english";
import { planAnswer } from "./plan-answer";

test("planAnswer() puts the question on one line", () => {
  expect(planAnswer("  What\nis   this? ", english).question).toBe("What is this?");
});

test.each([
  ["How do I install it?", true],
  ["Show me an example", true],
  ["Who approves travel?", false],
])("planAnswer() decides whether %j asks for code", (question, wantsCode) => {
  expect(planAnswer(question, english).wantsCode).toBe(wantsCode);
});

test("planAnswer() allows code when the question asks how", () => {
  expect(planAnswer("How are promises limited?", english)).toMatchObject({
    wantsCode: false,
    allowsCode: true,
  });
  expect(planAnswer("Who limits promises?", english)).toMatchObject({ wantsCode: false, allowsCode: false });
});
