import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import { parseIntent, standsAlone } from "./parse-intent";
import { FACTUAL_QUESTIONS } from "./testing/factual-questions";
import { PHRASES } from "./testing/intent-phrases";

const NOW = new Date(2026, 5, 15, 12).getTime();
const parse = (question: string) => parseIntent(question, { language: english, now: NOW });

const SUBJECTS = ["harbour permits", "lanterns"];

describe("parseIntent()", () => {
  const cases = Object.entries(PHRASES).flatMap(([kind, phrases]) =>
    phrases.flatMap((phrase) =>
      SUBJECTS.map((subject) => [phrase.replace("X", subject), kind, subject] as const),
    ),
  );
  test.each(cases)("reads %j as %s", (question, kind, subject) => {
    for (const typed of [question, question.toLowerCase(), `${question} !?`]) {
      const intent = parse(typed);
      expect(intent.kind).toBe(kind);
      expect("subject" in intent && intent.subject).toMatch(new RegExp(`^${subject}( document)?$`));
    }
  });

  test.each([
    "please summarise lanterns",
    "Brief me on lanterns",
    "can you catch me up on the lanterns?",
    "Hi, could you please give me an overview of the lanterns?",
    "hey atlas, I'd like a summary of lanterns, thanks",
    "ok so can you quickly sum up our lanterns for me please",
    "Kannst du bitte lanterns zusammenfassen?",
    "peux-tu résumer les lanterns, s'il te plaît ?",
  ])("reads %j whatever its politeness", (question) => {
    expect(parse(question)).toEqual({ kind: "summarise", subject: "lanterns" });
  });

  test.each(FACTUAL_QUESTIONS)("takes %j for a question", (question) => {
    expect(parse(question)).toEqual({ kind: "question" });
  });

  test.each([
    ["compare tea and coffee", ["tea", "coffee"]],
    ["Comprae the tea with the coffee", ["tea", "coffee"]],
    ["tea vs coffee", ["tea", "coffee"]],
    ["What are the differences between tea and coffee?", ["tea", "coffee"]],
    ["what's the diference between tea and coffee", ["tea", "coffee"]],
    ["How does tea compare to coffee?", ["tea", "coffee"]],
    ["how do tea and coffee differ in price", ["tea", "coffee", "price"]],
    ["Compare tea to coffee in terms of price", ["tea", "coffee", "price"]],
    ["Compare the fees of 2025 and 2026", ["fees of 2025", "fees of 2026"]],
    ["compare the 2025 and 2026 fees for boats", ["2025 fees", "2026 fees", "boats"]],
    ["What changed between version 1.2 and 1.3?", ["version 1.2", "version 1.3"]],
    ["compare research and development with sales", ["research and development", "sales"]],
    ["Vergleiche Tee mit Kaffee", ["Tee", "Kaffee"]],
    ["Quelle est la différence entre le thé et le café ?", ["thé", "café"]],
    ["¿Cuál es la diferencia entre el té y el café?", ["té", "café"]],
    ["Confronta il tè con il caffè", ["tè", "caffè"]],
    ["Qual é a diferença entre o chá e o café?", ["chá", "café"]],
    ["Wat is het verschil tussen thee en koffie?", ["thee", "koffie"]],
  ])("reads the sides of %j", (question, [left, right, aspect]) => {
    expect(parse(question)).toEqual({ kind: "compare", left, right, ...(aspect && { aspect }) });
  });

  test.each([
    "hi",
    "Hello!",
    "hey Atlas",
    "help",
    "What can you do?",
    "who are you?",
    "Guten Tag",
    "aide",
    "ayuda",
  ])("reads %j as a request for help", (question) =>
    expect(parse(question)).toEqual({ kind: "help", reply: "help" }),
  );

  test.each([
    "thanks",
    "Thank you so much!",
    "ok, thanks",
    "thx",
    "Danke",
    "merci beaucoup",
    "Gracias",
    "Obrigado",
  ])("reads %j as thanks", (question) => expect(parse(question)).toEqual({ kind: "help", reply: "thanks" }));

  test("reads the time of changes, with and without a subject", () => {
    const june = new Date(2026, 5, 1).getTime();
    expect(parse("What's new this month?")).toEqual({ kind: "changes", since: { after: june } });
    expect(parse("what happened since 1 June 2026")).toEqual({ kind: "changes", since: { after: june } });
    expect(parse("What changed in the price list since June?")).toEqual({
      kind: "changes",
      subject: "price list",
      since: { after: june },
    });
    expect(parse("What's new?")).toEqual({ kind: "changes" });
    expect(parse("what did I miss")).toEqual({ kind: "changes" });
  });

  test("tells a count from a list", () => {
    expect(parse("How many boats are there?")).toEqual({ kind: "list", subject: "boats", counted: true });
    expect(parse("Which boats are there?")).toEqual({ kind: "list", subject: "boats" });
  });

  test("keeps what means the open document, or none", () => {
    expect(parse("Summarise this page")).toEqual({ kind: "summarise", subject: "this page" });
    expect(parse("tl;dr")).toEqual({ kind: "summarise", subject: "" });
  });

  test("reads the subject that a follow-up was completed with", () => {
    expect(parse("Summarise it (pier lease)")).toEqual({ kind: "summarise", subject: "pier lease" });
    expect(parse("Summarise the costs (pier lease)")).toEqual({
      kind: "summarise",
      subject: "costs pier lease",
    });
  });

  test("takes a long text for a question", () => {
    expect(parse(`Summarise ${"and on ".repeat(60)}`)).toEqual({ kind: "question" });
  });
});

test.each([
  ["What's new?", false, true],
  ["hello", false, true],
  ["What's new with it?", false, false],
  ["Summarise it", false, false],
  ["Summarise it", true, true],
])("standsAlone() of %j, where a page is asked: %j, is %j", (question, isPage, expected) => {
  expect(standsAlone(parse(question), { language: english, isPage })).toBe(expected);
});
