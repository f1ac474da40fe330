import { describe, expect, test } from "vitest";
import type { AnswerOptions } from "../answerer";
import {
  createAnswerFixture,
  finance,
  passage,
  QUESTION,
  respondWith,
  travel,
} from "../testing/create-answer-fixture";

describe("the answer cache", () => {
  const model = respondWith("The office manager gives approval for flights [1].");

  test("returns the answer for the same question in other words", async () => {
    const { ask, generator } = createAnswerFixture(model);
    const first = await ask();
    expect(first.cached).toBeUndefined();
    expect(await ask("Who gives the approval for flights?")).toMatchObject({
      cached: true,
      text: first.text,
    });
    expect(generator.asked).toHaveLength(1);
  });

  test.each<[string, string, AnswerOptions]>([
    ["another question", "Who needs no approval for flights?", {}],
    ["another filter", QUESTION, { filter: { sourceIds: ["notes"] } }],
    ["another model", QUESTION, { modelId: "other/model" }],
    ["the wish for a new answer", QUESTION, { fresh: true }],
  ])("has no answer for %s", async (_, question, options) => {
    const { ask, generator } = createAnswerFixture(model);
    await ask();
    expect((await ask(question, options)).cached).toBeUndefined();
    expect(generator.asked).toHaveLength(2);
  });

  test("makes a new answer when a found document has changed or was added", async () => {
    const { ask, generator, change } = createAnswerFixture(model);
    await ask();
    change([{ ...travel, document: { ...travel.document, documentId: 77 } }, finance]);
    expect((await ask()).cached).toBeUndefined();
    change([travel, finance, passage(5, "Approval for flights has moved to Anna.")]);
    expect((await ask()).cached).toBeUndefined();
    expect(generator.asked).toHaveLength(3);
  });

  test("stores an answer without every passage, and none that was cut short", async () => {
    const many = Array.from({ length: 20 }, (_, at) => {
      return { ...passage(at + 1, `Flights need approval ${at} `.repeat(80)), score: 1 / (at + 1) };
    });
    const small = {
      passages: many,
      model: { contextTokens: 3_000 },
      ...respondWith("Flights need approval [1]."),
    };
    const whole = createAnswerFixture(small);
    await whole.ask();
    expect(await whole.ask()).toMatchObject({ cached: true, notes: [{ kind: "left-out" }] });
    const cut = createAnswerFixture({ ...small, reason: "length" });
    await cut.ask();
    expect((await cut.ask()).cached).toBeUndefined();
  });
});
