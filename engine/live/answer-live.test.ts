import { expect, test } from "vitest";
import type { Answer, AnswerEvent } from "../model/answer";
import type { LiveReply } from "../model/live";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { sourceDocumentFixture } from "../testing/fixtures";
import { answerLive, toSearchTerms } from "./answer-live";
import type { LiveRetriever } from "./create-live-retriever";

const { signal } = new AbortController();
const TIMINGS = { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 };

function answerOf(text: string): Answer {
  return { question: "Q", text, citations: [], found: true, timings: TIMINGS };
}

/** Answers with the number of documents it has taken in. */
function createFixture(replies: readonly LiveReply[]) {
  let taken = 0;
  const asked: string[] = [];
  const retriever: LiveRetriever = {
    ...createFakeRetriever([]),
    add: async (reply) => {
      const found = "documents" in reply ? reply.documents.length : 0;
      taken += found;
      return found;
    },
  };
  async function* answerFrom(): AsyncGenerator<AnswerEvent> {
    const text = `From ${taken}`;
    yield { type: "text", delta: text };
    yield { type: "done", answer: answerOf(text) };
  }
  async function* search({ sourceIds }: { sourceIds?: readonly string[] }) {
    asked.push(...(sourceIds ?? ["all"]));
    yield* replies;
  }
  const run = async (options: { readonly live: boolean }) => {
    const events: AnswerEvent[] = [];
    const live = options.live ? { search } : undefined;
    const filter = { sourceIds: ["slack"] };
    for await (const event of answerLive("Q", { retriever, answerFrom, live, filter, signal }))
      events.push(event);
    return events;
  };
  return { run, asked };
}

const FOUND: LiveReply = {
  sourceId: "slack",
  label: "Slack",
  documents: [sourceDocumentFixture()],
  cached: false,
};

test("answerLive() streams the answer of the index and ends with the one that includes the findings of sources", async () => {
  const { run, asked } = createFixture([FOUND]);
  const events = await run({ live: true });
  expect(events).toEqual([
    { type: "text", delta: "From 0" },
    { type: "live", finding: { sourceId: "slack", label: "Slack", found: 1 } },
    { type: "done", answer: answerOf("From 1") },
  ]);
  expect(asked).toEqual(["slack"]);
});

test("answerLive() keeps the answer of the index when nothing new was found, and names the problem", async () => {
  const { run } = createFixture([
    { sourceId: "jira", label: "Jira", problem: "No reply within the time limit" },
  ]);
  expect((await run({ live: true })).slice(1)).toEqual([
    {
      type: "live",
      finding: { sourceId: "jira", label: "Jira", found: 0, problem: "No reply within the time limit" },
    },
    { type: "done", answer: answerOf("From 0") },
  ]);
});

test("answerLive() asks no source where there is none", async () => {
  const { run, asked } = createFixture([FOUND]);
  expect((await run({ live: false })).map(({ type }) => type)).toEqual(["text", "done"]);
  expect(asked).toEqual([]);
});

const STOP_WORDS = new Set("does how is it of the what where who".split(" "));
const termAnalyser = {
  terms: (word: string) => [
    { term: word, chunkFrequency: 0, weight: STOP_WORDS.has(word.toLowerCase()) ? 0 : 1 },
  ],
};

test.each([
  ["What is the status of PROJ-123?", "status PROJ-123"],
  ["Where does the ferry's timetable move?", "ferry's timetable move"],
  ["who is priya@acme.test...", "priya@acme.test"],
  ["how is it?", "how is it?"],
  ["one two three four five six seven eight nine ten", "one two three four five six seven eight"],
  ["日本語の質問", "日本語の質問"],
])("toSearchTerms() of %j are %j", (question, words) => {
  expect(toSearchTerms(question, termAnalyser)).toBe(words);
});
