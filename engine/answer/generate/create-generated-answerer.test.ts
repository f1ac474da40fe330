import { describe, expect, test } from "vitest";
import { BudgetError } from "../../errors/budget-error";
import { documentFixture } from "../../testing/fixtures";
import {
  createAnswerFixture,
  passage,
  QUESTION,
  respondWith,
  travel,
} from "../testing/create-answer-fixture";

describe("answer()", () => {
  test("numbers citations by first use, each sent before the text that uses it", async () => {
    const { events } = createAnswerFixture(
      respondWith("Finance takes three days [", "2]. The office manager gives approval 【1】 [9]."),
    );
    const all = await events();
    expect(all.map(({ type }) => type)).toEqual("model text citation citation text text done".split(" "));
    const done = all.at(-1);
    expect(done?.type === "done" && done.answer).toMatchObject({
      text: "Finance takes three days [1]. The office manager gives approval [2].",
      found: true,
      model: { id: "fake/obedient", name: "Obedient", locality: "device" },
      citations: [
        { n: 1, itemId: "item-2", quote: "Approval of flights takes three days at the finance team." },
        { n: 2, itemId: "item-1", quote: "Flights need approval by the office manager." },
      ],
    });
    const deltas = all.flatMap((event) => (event.type === "text" ? [event.delta] : []));
    expect(deltas.join("")).toBe(done?.type === "done" && done.answer.text);
  });

  test("shows passages as numbered data between markers, with source and age, the question last", async () => {
    const { ask, generator } = createAnswerFixture(respondWith("The office manager gives approval [1]."));
    await ask(QUESTION, { history: [{ question: "Which trains?", answer: "Second class. [3]" }] });
    const [system, pastQuestion, pastAnswer, last] = generator.asked[0]!.messages;
    expect(system!.content).toMatch(/between <<marker-0 and marker-0>>.*never follow/s);
    expect([pastQuestion!.content, pastAnswer!.content]).toEqual(["Which trains?", "Second class."]);
    expect(last!.content).toMatch(
      /^<<marker-0\n.*Source: Label of notes\nUpdated: 2026-11-19 \(yesterday\)\n\[1\] Flights need.*marker-0>>\n\nQuestion: Who gives approval for flights\?$/s,
    );
    expect(generator.asked[0]!.sourceLabels).toEqual(["Label of notes"]);
  });

  test("asks no model when the evidence is too low", async () => {
    const { ask, generator } = createAnswerFixture({ passages: [{ ...travel, vectorScore: 0.1 }] });
    expect(await ask("Which vaccination does Kenya require?")).toMatchObject({ found: false, citations: [] });
    expect(generator.asked).toEqual([]);
  });

  test("does a task without a model where none answers, and asks none for help", async () => {
    const plan = passage(3, "# Season plan\n\nThe pier opens in May.\n", { title: "Season plan" });
    const intent = { kind: "summarise", subject: "season plan" } as const;
    const none = createAnswerFixture({ passages: [plan], ...respondWith(new BudgetError("Spent")) });
    expect(await none.ask("Summarise the season plan", { intent })).toMatchObject({
      text: "**Season plan**\n\nThe pier opens in May. [1]",
      notes: [{ kind: "no-model" }],
    });
    const open = { passages: [plan], focusedDocument: plan.document };
    const page = createAnswerFixture({ ...open, ...respondWith(new BudgetError("Spent")) });
    const thisPage = { kind: "summarise", subject: "this page" } as const;
    const { text } = await page.ask("Summarise this page", { intent: thisPage });
    expect(text).toContain("The pier opens in May. [1]");
    const some = createAnswerFixture(respondWith("Hello"));
    const help = await some.ask("hello", { intent: { kind: "help", reply: "help" } });
    expect(help).toMatchObject({ found: true, citations: [] });
    expect(some.generator.asked).toEqual([]);
  });

  test("asks a model when the evidence is too low for quotes only", async () => {
    const question = "Which vaccination do flights to Kenya require?";
    const passages = [{ ...travel, vectorScore: 0.6 }];
    const none = await createAnswerFixture({ passages, available: false }).ask(question);
    expect(none).toMatchObject({ found: false, citations: [] });
    const told = await createAnswerFixture({
      passages,
      ...respondWith("Flights need approval by the office manager [1]."),
    }).ask(question);
    expect(told).toMatchObject({ found: true, citations: [{ n: 1 }] });
    const invented = await createAnswerFixture({
      passages,
      ...respondWith("Elephants eat bananas [1]."),
    }).ask(question);
    expect(invented).toMatchObject({
      found: false,
      notes: [{ kind: "not-supported", text: "What the model wrote is not in the sources" }],
    });
  });

  test("refuses when the model replies that nothing answers", async () => {
    const { events } = createAnswerFixture(respondWith("NOT", " FOUND", "\nBut the sky is blue."));
    const all = await events();
    expect(all.map(({ type }) => type)).toEqual(["model", "text", "done"]);
    expect(all.at(-1)).toMatchObject({
      answer: { found: false, text: expect.stringMatching(/^Nothing in your sources answers this/) },
    });
  });

  test.each([
    [
      "there is no model",
      { available: false, ...respondWith(new BudgetError("The limit of today is reached")) },
      "budget",
    ],
    ["it fails at once", respondWith(new BudgetError("The limit of today is reached")), "budget"],
  ])("answers with quotes, and notes the reason, when %s", async (_, model, code) => {
    const answer = await createAnswerFixture(model).ask();
    expect(answer.text).toContain("Flights need approval by the office manager. [1]");
    expect(answer.model).toBeUndefined();
    expect(answer.notes).toEqual([
      { kind: "no-model", code, text: "No language model answered: The limit of today is reached" },
    ]);
  });

  test("rejects when the model fails midway", async () => {
    const { events } = createAnswerFixture(respondWith("The office manager ", new Error("The line is dead")));
    await expect(events()).rejects.toThrow("The line is dead");
  });

  test("marks claims that no passage supports", async () => {
    const text =
      "The office manager gives approval for flights [1]. Elephants eat bananas every morning [1]. It costs 900 euros for flights and approval [1].";
    const { unsupported, text: said } = await createAnswerFixture(respondWith(text)).ask();
    expect(unsupported?.map(([start, end]) => said.slice(start, end))).toEqual([
      "Elephants eat bananas every morning [1].",
      "It costs 900 euros for flights and approval [1].",
    ]);
  });

  test("replaces an answer without any support by quotes", async () => {
    const answer = await createAnswerFixture(respondWith("Elephants eat bananas every morning [1].")).ask();
    expect(answer.text).toContain("Flights need approval by the office manager.");
    expect(answer.notes).toMatchObject([{ kind: "not-supported" }]);
  });

  test("adds citations that a model left out", async () => {
    const answer = await createAnswerFixture(
      respondWith("Flights need approval by the office manager."),
    ).ask();
    expect(answer).toMatchObject({
      text: "Flights need approval by the office manager. [1]",
      citations: [{ n: 1, itemId: "item-1" }],
    });
  });

  test("reports that sources conflict, the newer one first, also where the model left one out", async () => {
    const old = passage(900, "Parental leave takes 12 weeks for every parent.");
    const fresh = passage(3, "Parental leave takes 16 weeks for every parent.");
    const { ask } = createAnswerFixture({
      passages: [old, fresh],
      ...respondWith("Parental leave takes 16 weeks for every parent [2]."),
    });
    const answer = await ask("How many weeks does parental leave take?");
    expect(answer.citations.map(({ n, itemId }) => [n, itemId])).toEqual([
      [1, "item-3"],
      [2, "item-900"],
    ]);
    expect(answer.conflicts).toEqual([
      {
        newer: 1,
        older: 2,
        text: "Label of notes (3 days ago) says “Parental leave takes 16 weeks for every parent.” [1]; Label of notes (2 years ago) says “Parental leave takes 12 weeks for every parent.” [2]",
      },
    ]);
  });

  test("notes that the answer was cut short, and that passages were left out", async () => {
    const many = Array.from({ length: 20 }, (_, at) => {
      return { ...passage(at + 1, `Flights need approval ${at} `.repeat(80)), score: 1 / (at + 1) };
    });
    const { ask, generator } = createAnswerFixture({
      passages: many,
      reason: "length",
      model: { contextTokens: 3_000 },
      ...respondWith("Flights need approval [1]."),
    });
    const { notes } = await ask();
    expect(notes).toEqual([
      { kind: "left-out", text: expect.stringMatching(/^\d+ passages did not fit/) },
      { kind: "cut-short", text: "The model stopped at its limit" },
    ]);
    const { messages, maxOutputTokens } = generator.asked[0]!;
    const tokens = messages.reduce((sum, { content }) => sum + Math.ceil(content.length / 4), 0);
    expect(tokens + maxOutputTokens).toBeLessThanOrEqual(3_000);
  });

  test("uses models of this computer alone when a passage must not leave it", async () => {
    const { ask, generator } = createAnswerFixture({
      deviceOnly: ["notes"],
      ...respondWith("Flights need approval [1]."),
    });
    await ask(QUESTION, { cloudAllowed: true, modelId: "x/y" });
    expect(generator.asked[0]).toMatchObject({ deviceOnly: true, cloudAllowed: true, modelId: "x/y" });
  });

  test.each([
    ["cites it", ["notes"], true],
    ["cites others", ["slack"], undefined],
    ["may cite it", undefined, true],
  ])("uses models of this computer alone when an earlier answer %s", async (_, sourceIds, deviceOnly) => {
    const { ask, generator } = createAnswerFixture({
      deviceOnly: ["notes"],
      passages: [{ ...travel, document: { ...travel.document, sourceId: "slack" } }],
      ...respondWith("Flights need approval [1]."),
    });
    await ask(QUESTION, {
      history: [{ question: "Trains?", answer: "Yes", ...(sourceIds && { sourceIds }) }],
    });
    expect(generator.asked[0]!.deviceOnly).toBe(deviceOnly);
  });

  test("summarises the one document that is asked about, from all of it", async () => {
    const text = "Trains are slow. ".repeat(10) + "Flights are fast. ".repeat(10);
    const focusedDocument = documentFixture({
      text,
      chunks: [
        { ordinal: 0, start: 0, end: 170, headings: [] },
        { ordinal: 1, start: 170, end: text.length, headings: [] },
      ],
    });
    const { ask, generator } = createAnswerFixture({
      passages: [],
      focusedDocument,
      ...respondWith("Trains are slow [1]. Flights are fast [2]."),
    });
    expect(await ask("Summarise this page")).toMatchObject({
      found: true,
      text: "Trains are slow [1]. Flights are fast [2].",
    });
    expect(generator.asked[0]!.messages.at(-1)!.content).toContain("[2] Flights are fast");
  });
});
