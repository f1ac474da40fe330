import { expect, test } from "vitest";
import { toSearchTerms } from "./to-search-terms";

const STOP_WORDS = new Set("does how is it of the what where who".split(" "));
const retriever = {
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
  expect(toSearchTerms(question, retriever)).toBe(words);
});
