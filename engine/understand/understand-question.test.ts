import { expect, test } from "vitest";
import { english } from "../language/english/english";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { createFakeGenerator, type FakeGeneratorOptions } from "../testing/fakes/fake-generator";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { documentFixture } from "../testing/fixtures";
import { understandQuestion } from "./understand-question";

const document = documentFixture({
  text: "Parental leave takes sixteen weeks in Germany. The manager approved it.",
});
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);
const history = [{ question: "How long is parental leave?", answer: "Sixteen weeks. [1]" }];

async function understand(question: string, options: { model?: FakeGeneratorOptions; late?: boolean } = {}) {
  const generator = options.model && createFakeGenerator(options.model);
  const { question: understood } = await understandQuestion(
    { question, history, removedChips: [], choice: {} },
    {
      language: english,
      retriever,
      clock: createFakeClock(),
      wait: options.late ? async () => {} : () => new Promise(() => {}),
      generator,
      signal: new AbortController().signal,
    },
  );
  return { understood, asked: generator?.asked ?? [] };
}

test("a follow-up without a subject gets that of the question before", async () => {
  expect((await understand("and in Germany?")).understood).toBe("and in Germany? (parental leave)");
  expect((await understand("Who approved it?")).understood).toBe("Who approved it? (parental leave)");
});

test("a stand-alone question stays as it is, and no model is asked", async () => {
  const question = "Which manager approved leave in Germany?";
  const { understood, asked } = await understand(question, { model: { respond: () => ["Something else"] } });
  expect([understood, asked.length]).toEqual([question, 0]);
});

test("a question with a word that the index does not have is no follow-up", async () => {
  const question = "How is the lighthouse repainted?";
  expect((await understand(question)).understood).toBe(question);
});

test.each([
  "Which weeks are there in Germany?",
  "Is it possible to approve sixteen weeks?",
  "Who is the manager that approved weeks?",
  "Has the manager in Germany approved the weeks before it began?",
  "What is Germany?",
  "manager Germany",
  "Why has the manager approved weeks?",
])("%s is a stand-alone question, whatever was asked before", async (question) => {
  expect((await understand(question)).understood).toBe(question);
});

test.each(["Why?", "Has the manager approved that?", "Who else?", "In Germany?", "Who approved this one?"])(
  "%s needs the question before it",
  async (question) => {
    expect((await understand(question)).understood).toBe(`${question} (parental leave)`);
  },
);

test("a model rewrites a follow-up as a stand-alone question", async () => {
  const rewrite = "How long is parental leave in Germany?";
  const { understood, asked } = await understand("and in Germany?", {
    model: { respond: () => [`"${rewrite}"\n`] },
  });
  expect(understood).toBe(rewrite);
  expect(asked[0]!.messages.at(-1)!.content).toMatch(
    /How long is parental leave[\s\S]*Last question: and in Germany/,
  );
});

test.each<[string, FakeGeneratorOptions]>([
  ["fails", { respond: () => [new Error("Gone")] }],
  ["returns no text", { respond: () => [] }],
  ["returns two lines", { respond: () => ["Sure!\nHere is the question"] }],
  ["returns a long text", { respond: () => ["word ".repeat(200)] }],
  ["is not available", { available: false }],
])("the words of the question before are added when the model %s", async (_, model) => {
  expect((await understand("and in Germany?", { model })).understood).toBe(
    "and in Germany? (parental leave)",
  );
});

test("a model that takes too long is not awaited", async () => {
  const never = { respond: () => new Promise<never>(() => {}) };
  const { understood, asked } = await understand("and in Germany?", { model: never, late: true });
  expect(understood).toBe("and in Germany? (parental leave)");
  expect(asked[0]?.signal.aborted ?? true).toBe(true);
});

test("an intent is read without the words of filters, and from a completed follow-up", async () => {
  const read = async (question: string, past = history) => {
    const { intent } = await understandQuestion(
      { question, history: past, removedChips: [], choice: {} },
      {
        names: { sources: [{ id: "slack", label: "Slack" }], authors: [], containers: [] },
        language: english,
        retriever,
        clock: { now: () => new Date(2026, 5, 15).getTime() },
        wait: () => new Promise(() => {}),
        signal: new AbortController().signal,
      },
    );
    return intent;
  };
  expect(await read("Summarise it")).toEqual({ kind: "summarise", subject: "parental leave" });
  expect(await read("What's new?")).toEqual({ kind: "changes" });
  expect(await read("what happened this week", [])).toMatchObject({ kind: "changes" });
  expect(await read("what happened in March", [])).toEqual({ kind: "question" });
  expect(await read("list all weeks source:slack", [])).toEqual({ kind: "list", subject: "weeks" });
});
