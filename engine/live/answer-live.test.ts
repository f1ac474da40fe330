import { expect, test } from "vitest";
import type { Answer, AnswerEvent } from "../model/answer";
import type { LiveReply } from "../model/live";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { sourceDocumentFixture } from "../testing/fixtures";
import { answerLive } from "./answer-live";
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

test("answerLive() streams the index's answer first and ends with the one that knows what sources found", async () => {
  const { run, asked } = createFixture([FOUND]);
  const events = await run({ live: true });
  expect(events).toEqual([
    { type: "text", delta: "From 0" },
    { type: "live", finding: { sourceId: "slack", label: "Slack", found: 1 } },
    { type: "done", answer: answerOf("From 1") },
  ]);
  expect(asked).toEqual(["slack"]);
});

test("answerLive() keeps the index's answer when nothing new was found, and says why", async () => {
  const { run } = createFixture([{ sourceId: "jira", label: "Jira", problem: "It did not answer in time" }]);
  expect((await run({ live: true })).slice(1)).toEqual([
    {
      type: "live",
      finding: { sourceId: "jira", label: "Jira", found: 0, problem: "It did not answer in time" },
    },
    { type: "done", answer: answerOf("From 0") },
  ]);
});

test("answerLive() asks nobody where there is nobody to ask", async () => {
  const { run, asked } = createFixture([FOUND]);
  expect((await run({ live: false })).map(({ type }) => type)).toEqual(["text", "done"]);
  expect(asked).toEqual([]);
});
