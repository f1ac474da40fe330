import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import type { KnownNames } from "../query-understanding";
import { parseFilters } from "./parse-filters";

/** A Wednesday afternoon. */
const NOW = new Date(2026, 10, 18, 15).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

const names: KnownNames = {
  sources: [
    { id: "slack", label: "Slack" },
    { id: "jira-2", label: "Jira (Acme)" },
    { id: "bookmarks", label: "Bookmarks" },
  ],
  authors: ["Priya Nair", "Jürgen Groß", "sam@acme.example", "Design"],
  containers: ["#launch", "Handbook"],
};
const STOP = new Set(["what", "did", "say", "we", "about", "the", "and", "in", "from"]);
const hasContentWords = (words: string) =>
  words.split(/\W+/).some((word) => word !== "" && !STOP.has(word.toLowerCase()));

function read(question: string, removed: readonly string[] = []) {
  return parseFilters(question, { names, language: english, now: NOW, removed, hasContentWords });
}

describe("explicit filters", () => {
  test.each([
    ["source:jira", { sourceIds: ["jira-2"] }],
    ["source:slack source:jira", { sourceIds: ["slack", "jira-2"] }],
    ["from:priya", { authors: ["Priya Nair"] }],
    ['by:"Priya Nair"', { authors: ["Priya Nair"] }],
    ["author:@jurgen", { authors: ["Jürgen Groß"] }],
    ["from:sam", { authors: ["sam@acme.example"] }],
    ["in:#launch", { containers: ["#launch"] }],
    ["container:handbook", { containers: ["Handbook"] }],
    ["type:mails", { types: ["mail"] }],
    ["after:2026-10-01", { updatedAfter: day(2026, 10, 1) }],
    ["before:2026-10-01", { updatedBefore: day(2026, 10, 1) }],
    [
      "after:2026-10-01 before:2026-11-01",
      { updatedAfter: day(2026, 10, 1), updatedBefore: day(2026, 11, 1) },
    ],
    ['since:"last week"', { updatedAfter: day(2026, 11, 9) }],
  ])("%s", (words, filter) => {
    expect(read(`budget ${words}`)).toMatchObject({ question: "budget", filter });
    expect(read(`budget ${words}`).filter).toEqual(filter);
  });

  test.each([
    "source:gitlab",
    "from:nobody",
    "type:banana",
    "after:soon",
    "note:this",
    "https://example.com/a:b",
  ])("%s matches no name and stays in the question", (words) => {
    expect(read(`budget ${words}`)).toEqual({ question: `budget ${words}`, filter: {}, chips: [] });
  });

  test("a removed filter is in neither filter, chips nor question", () => {
    expect(read("budget source:jira", ["source:jira (acme)"])).toEqual({
      question: "budget",
      filter: {},
      chips: [],
    });
  });
});

describe("implied filters", () => {
  test("parseFilters() finds source, time and author of one question", () => {
    expect(read("What did we decide about pricing in Slack last week from Priya?")).toEqual({
      question: "What did we decide about pricing?",
      filter: {
        sourceIds: ["slack"],
        authors: ["Priya Nair"],
        updatedAfter: day(2026, 11, 9),
        updatedBefore: day(2026, 11, 16),
      },
      chips: [
        { id: "source:slack", field: "source", label: "Slack" },
        {
          id: expect.stringMatching(/^time:/),
          field: "time",
          label: expect.stringMatching(/9.*15 Nov 2026/),
        },
        { id: "author:priya nair", field: "author", label: "Priya Nair" },
      ],
      anyTime: {
        question: "What did we decide about pricing last week?",
        filter: { sourceIds: ["slack"], authors: ["Priya Nair"] },
        timeLabel: expect.stringMatching(/9.*15 Nov 2026/),
      },
    });
  });

  test("parseFilters() reads a month of three letters", () => {
    expect(read("What was discussed since May?").filter).toEqual({ updatedAfter: day(2026, 5, 1) });
    expect(read("What was discussed since dec").filter).toEqual({ updatedAfter: day(2025, 12, 1) });
  });

  test.each([
    ["What happened yesterday?", day(2026, 11, 17), day(2026, 11, 18)],
    ["Who reported bugs since March?", day(2026, 3, 1), undefined],
    ["pricing decisions since December", day(2025, 12, 1), undefined],
    ["What changed in the last 3 days?", day(2026, 11, 15), undefined],
    ["What changed in the past month?", day(2026, 10, 18), undefined],
    ["budget decisions last month", day(2026, 10, 1), day(2026, 11, 1)],
    ["invoices from last quarter", day(2026, 7, 1), day(2026, 10, 1)],
    ["What was decided 3 days ago?", day(2026, 11, 15), day(2026, 11, 16)],
    ["What was said about pricing on Monday?", day(2026, 11, 16), day(2026, 11, 17)],
    ["Find notes on pricing in March 2025", day(2025, 3, 1), day(2025, 4, 1)],
    ["Find notes on pricing in 2024", day(2024, 1, 1), day(2025, 1, 1)],
    ["Find notes on pricing before 2024", undefined, day(2024, 1, 1)],
    ["Find notes on pricing after 2024", day(2025, 1, 1), undefined],
    ["Show tickets between 3 March and 5 April 2026", day(2026, 3, 3), day(2026, 4, 6)],
    ["messages about pricing this week", day(2026, 11, 16), undefined],
  ])("%s", (question, updatedAfter, updatedBefore) => {
    expect(read(question).filter).toEqual({
      ...(updatedAfter !== undefined && { updatedAfter }),
      ...(updatedBefore !== undefined && { updatedBefore }),
    });
  });

  test("a channel is matched without its #", () => {
    expect(read("Who works on pricing in the launch channel?")).toMatchObject({
      question: "Who works on pricing?",
      filter: { containers: ["#launch"] },
    });
    expect(read("pricing in #launch").filter).toEqual({ containers: ["#launch"] });
  });

  test("a source that opens the question is a filter", () => {
    expect(read("In Slack, who works on pricing?")).toMatchObject({
      question: "who works on pricing?",
      filter: { sourceIds: ["slack"] },
    });
  });

  test.each([
    "How do I mute a channel in Slack?",
    "What was the interest rate in 2008?",
    "How many days of leave do I get this year?",
    "How long does the dough rise before March?",
    "Is it safe by design?",
    "Who is from Brazil?",
    "May I march on Sunday?",
    "Where do I meet at 5 tomorrow?",
    "It rises for twelve hours",
  ])("%s has no filter", (question) => {
    expect(read(question)).toEqual({ question, filter: {}, chips: [] });
  });

  test("the words of a removed filter stay in the question", () => {
    expect(read("What did we decide about pricing in Slack?", ["source:slack"])).toEqual({
      question: "What did we decide about pricing in Slack?",
      filter: {},
      chips: [],
    });
  });

  test("the words of a filter stay where nothing else could be searched for", () => {
    expect(read("What did we say in Slack?")).toMatchObject({
      question: "What did we say in Slack?",
      filter: { sourceIds: ["slack"] },
    });
    expect(read("source:slack")).toMatchObject({ question: "slack", filter: { sourceIds: ["slack"] } });
  });
});

describe("times", () => {
  test("the question with its words for the time is kept beside a filter that they imply", () => {
    expect(read("Find notes on pricing from Priya in 2024").anyTime).toEqual({
      question: "Find notes on pricing in 2024",
      filter: { authors: ["Priya Nair"] },
      timeLabel: expect.stringMatching(/^1 Jan.*31 Dec 2024$/),
    });
    expect(read("Find notes on pricing").anyTime).toBeUndefined();
  });

  test.each(["What does the travel policy from 2024 say?", "Find the price list in 2025"])(
    "%s names a version, not a time",
    (question) => {
      expect(read(question)).toMatchObject({ question, filter: {} });
    },
  );
});
