import { expect, test } from "vitest";
import type { Answer, AnswerEvent } from "../model/answer";
import { answerAtAnyTime } from "./answer-at-any-time";

const TIMINGS = { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 };
const NOTE = "Nothing of 2024 answers this";

function answerOf(text: string, found: boolean): Answer {
  return { question: "q", text, citations: [], found, timings: TIMINGS };
}

async function* events(text: string, found: boolean): AsyncGenerator<AnswerEvent> {
  yield { type: "text", delta: text };
  yield { type: "done", answer: answerOf(text, found) };
}

async function collect(answerInTime: AsyncIterable<AnswerEvent>, anyTime: AsyncIterable<AnswerEvent>) {
  const all: AnswerEvent[] = [];
  for await (const event of answerAtAnyTime(answerInTime, () => anyTime, NOTE)) all.push(event);
  return all;
}

test("answerAtAnyTime() keeps an answer of the time asked about", async () => {
  expect(await collect(events("in time", true), events("later", true))).toEqual([
    { type: "text", delta: "in time" },
    { type: "done", answer: answerOf("in time", true) },
  ]);
});

test("answerAtAnyTime() answers from all times where nothing of that time answers, and says so", async () => {
  expect(await collect(events("nothing", false), events("later", true))).toEqual([
    { type: "text", delta: "later" },
    {
      type: "done",
      answer: { ...answerOf("later", true), notes: [{ kind: "time-ignored", text: NOTE }] },
    },
  ]);
});

test("answerAtAnyTime() notes nothing where no time answers", async () => {
  const all = await collect(events("nothing", false), events("nothing at all", false));
  expect(all.at(-1)).toEqual({ type: "done", answer: answerOf("nothing at all", false) });
});
