import { describe, expect, test } from "vitest";
import { ThinkingLimitError } from "../../errors/thinking-limit-error";
import { UnavailableError } from "../../errors/unavailable-error";
import { fakeModel } from "../../testing/fakes/fake-generator";
import { createAnswerFixture, respondWith } from "../testing/create-answer-fixture";

const THOUGHT = { type: "reasoning", delta: "The office manager, I think. Elephants eat bananas." } as const;
const RETRACT = { type: "retract" } as const;
const APPROVAL = "The office manager gives approval for flights [1].";

describe("the answer of a model that thinks", () => {
  test("has its thoughts as events of their own, and none in the text", async () => {
    const { events, ask } = createAnswerFixture(respondWith(THOUGHT, APPROVAL));
    const all = await events();
    expect(all.map(({ type }) => type)).toEqual("model reasoning citation text text done".split(" "));
    expect(all.at(-1)).toMatchObject({ answer: { text: APPROVAL } });
    expect(await ask()).toMatchObject({ cached: true, text: APPROVAL });
  });

  test("has no invisible text in its thoughts", async () => {
    const hidden = { type: "reasoning", delta: "A\u202e\u{e0041}\u200bB" } as const;
    const all = await createAnswerFixture(respondWith(hidden, APPROVAL)).events();
    expect(all[1]).toEqual({ type: "reasoning", delta: "AB" });
  });

  test("is without the text that turned out to be reasoning, and without its citations", async () => {
    const { events, ask } = createAnswerFixture(
      respondWith("Let me see, finance takes three days [2].", RETRACT, APPROVAL),
    );
    const all = await events();
    expect(all.map(({ type }) => type)).toEqual(
      "model citation text retract citation text text done".split(" "),
    );
    const expected = { text: APPROVAL, citations: [{ n: 1, itemId: "item-1" }] };
    expect(all.at(-1)).toMatchObject({ answer: expected });
    expect(await ask()).toMatchObject({ cached: true, ...expected });
  });

  test("can say that nothing was found after a retracted text", async () => {
    const { ask } = createAnswerFixture(respondWith("Let me see.", RETRACT, "NOT FOUND"));
    expect(await ask()).toMatchObject({ found: false, citations: [] });
  });

  test("is without the spaces of a model that another one replaced", async () => {
    const { ask } = createAnswerFixture(respondWith("\n", { type: "model", model: fakeModel }, APPROVAL));
    expect((await ask()).text).toBe(APPROVAL);
  });

  test("is replaced by quotes when the limit was spent on thinking", async () => {
    const { ask } = createAnswerFixture(respondWith(THOUGHT, new ThinkingLimitError(5_120, "It thought")));
    const answer = await ask();
    expect(answer.text).toContain("Flights need approval by the office manager. [1]");
    expect(answer.notes).toEqual([
      { kind: "thinking-limit", code: "thinking-limit", text: "The model spent its 5120 tokens on thinking" },
    ]);
  });

  test("is replaced by quotes when the model fails while it thinks", async () => {
    const { ask } = createAnswerFixture(respondWith(THOUGHT, new UnavailableError("The line is dead")));
    expect(await ask()).toMatchObject({ notes: [{ kind: "no-model", code: "unavailable" }] });
  });

  test("says so when most of the limit was spent on thinking, and is not cached", async () => {
    const { ask } = createAnswerFixture({
      ...respondWith(THOUGHT, APPROVAL),
      reason: "length",
      usage: { inputTokens: 9, outputTokens: 1_000, reasoningTokens: 900 },
    });
    const note = { kind: "thinking-limit", text: "The model spent its 900 tokens on thinking" };
    expect((await ask()).notes).toEqual([note]);
    expect((await ask()).cached).toBeUndefined();
  });
});
