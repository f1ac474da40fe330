import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import type { Document } from "../../model/document";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import type { ScoredStatement } from "../evidence/score-statements";
import { scoredStatement } from "../testing/scored-statement";
import { weighVersions } from "./weigh-versions";

const NOW = Date.UTC(2026, 10, 20);
const deps = { language: english, retriever: createFakeRetriever([]), now: NOW };

let lastId = 0;

function statement(text: string, fields: Partial<Document> = {}): ScoredStatement {
  const documentId = ++lastId;
  return scoredStatement(text, {
    documentId,
    itemId: `item-${documentId}`,
    title: "",
    updatedAt: NOW,
    ...fields,
  });
}

function weigh(statements: readonly ScoredStatement[], question: string) {
  const { statements: kept, contradictions } = weighVersions(statements, question, deps);
  return {
    kept: kept.map(({ text }) => text),
    contradictions: contradictions.map(({ newer, older, isOrderKnown }) => [
      newer.text,
      isOrderKnown ? "over" : "or",
      older.text,
    ]),
  };
}

/** A statement of a document that begins with these words. */
function within(opening: string, text: string, fields: Partial<Document> = {}): ScoredStatement {
  return statement(text, { text: `${opening}\n\n${text}`, ...fields });
}

describe("contradictions", () => {
  test.each([
    [
      "When does the gate close on Fridays?",
      "The gate closes at 17:00 on Fridays.",
      "On Fridays we close the gate at half past four, says the guard.",
    ],
    ["Who owns the key?", "Owner of the key: Jane Doe", "Owner of the key: Max Roe"],
    [
      "Which phone number has the yard?",
      "The phone of the yard is 030 5550 100.",
      "Phone of the yard: 030 5550 199",
    ],
    ["How much is the mooring fee?", "The mooring fee is 40 €.", "The mooring fee is EUR 45."],
    ["Are dogs allowed on deck?", "Dogs are allowed on deck.", "Dogs are not allowed on deck."],
    ["What does the blue room cost?", "Room: Blue room · Night: 80 EUR", "Room: Blue room · Night: 90 EUR"],
  ])("%s", (question, one, other) => {
    expect(weigh([statement(one), statement(other)], question).contradictions).toEqual([[one, "or", other]]);
  });

  test.each([
    ["another year", "How much is the fee?", "The fee of 2024 is 40 euros.", "The fee of 2025 is 45 euros."],
    [
      "another place",
      "When does the office close?",
      "The office in Berlin closes at 17:00.",
      "The office in Munich closes at 18:00.",
    ],
    [
      "a narrower scope",
      "How long is the leave?",
      "The leave takes 12 weeks.",
      "The leave takes 6 weeks for interns.",
    ],
    [
      "another kind",
      "How long is the leave?",
      "Parental leave takes 16 weeks a year.",
      "Sick leave takes 6 weeks a year.",
    ],
    [
      "another row",
      "What does a room cost?",
      "Room: Blue room · Night: 80 EUR",
      "Room: Red room · Night: 90 EUR",
    ],
    [
      "another column",
      "What does a night in the blue room cost?",
      "Room: Blue room · Night: 80 EUR · Beds: 2",
      "Room: Blue room · Night: 80 EUR · Beds: 3",
    ],
    [
      "a value that is not asked for",
      "Who runs the kiosk?",
      "The kiosk with 12 seats is run by Jane Doe.",
      "The kiosk with 14 seats is run by Jane Doe.",
    ],
    [
      "the same time in other words",
      "When does the gate close?",
      "The gate closes at 4:30 pm.",
      "The gate closes at half past four.",
    ],
    [
      "what the question tells apart",
      "When does the bar in Berlin open?",
      "The bar in Berlin opens at 7 pm.",
      "The bar opens at 8 pm.",
    ],
  ])("not for %s", (_, question, one, other) => {
    expect(weigh([statement(one), statement(other)], question).contradictions).toEqual([]);
  });

  test("not between files of the same name in different folders", () => {
    const inFolder = (folder: string) => ({ title: "Readme", container: ["Code", folder] });
    const statements = [
      statement("The server uses port 80.", inFolder("alpha")),
      statement("The server uses port 90.", inFolder("beta")),
    ];
    expect(weigh(statements, "Which port does the server use?").contradictions).toEqual([]);
  });

  test("within a conversation the later message corrects the earlier", () => {
    const [first, second] = ["The pier costs 39,000 euros.", "The pier costs 48,000 euros."] as const;
    const text = `${first}\n\n${second}`;
    const parts = [
      { start: 0, end: first.length + 2, sentAt: NOW - 2000 },
      { start: first.length + 2, end: text.length, sentAt: NOW - 1000 },
    ];
    const thread = { documentId: 900, text, parts };
    const statements = [statement(first, thread), statement(second, thread)];
    const { kept, contradictions } = weigh(statements, "How much does the pier cost?");
    expect(contradictions).toEqual([[second, "over", first]]);
    expect(kept[0]).toBe(second);
  });

  test("are the same whichever statement comes first", () => {
    const texts = fc.constantFrom(
      "The gate closes at 17:00.",
      "The gate closes at 4 pm.",
      "On Fridays the gate closes at 16:00.",
      "The gate in Rome closes at 18:00.",
      "The gate does not close.",
      "The bar closes at 17:00 or 18:00.",
    );
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const pair = [statement(one), statement(other)] as const;
        const count = (statements: readonly ScoredStatement[]) =>
          weigh(statements, "When does the gate close?").contradictions.length;
        expect(count(pair)).toBe(count([pair[1], pair[0]]));
      }),
    );
  });
});

describe("versions", () => {
  const old = within("# Fees 2024\n\nValid from 1 January 2024.", "The fee is 40 euros.", {
    title: "Fees 2024",
  });
  const current = within(
    "# Fees 2026\n\nValid from 1 January 2026. Replaces the fees of 2024.",
    "The fee is 45 euros.",
    {
      title: "Fees 2026",
    },
  );

  test("what holds comes before what it replaces", () => {
    const { kept, contradictions } = weigh([old, current], "How much is the fee?");
    expect(kept).toEqual([current.text, old.text]);
    expect(contradictions).toEqual([[current.text, "over", old.text]]);
  });

  test.each([
    ["How much is the fee now?", [current.text]],
    ["What is the current fee?", [current.text]],
    ["How much was the fee in 2024?", [old.text]],
    ["How much was the fee in 2025?", [old.text]],
    ["How much is the fee since 2026?", [current.text]],
    ["How much was the previous fee?", [old.text]],
    ["How much is the fee in the fees of 2024?", [old.text]],
  ])("%s", (question, expected) => {
    expect(weigh([old, current], question)).toEqual({ kept: expected, contradictions: [] });
  });

  test("a year of which there is no version leaves all", () => {
    const report = within("# Report 2023", "The turnover was 4 million euros.", { title: "Report 2023" });
    expect(weigh([report], "How much was the turnover in 2021?").kept).toEqual([report.text]);
  });

  test("a version is chosen by its heading", () => {
    const text = "# Limits\n\n## v1\n\nIt allows 100 calls.\n\n## v2\n\nIt allows 400 calls.";
    const fields = { documentId: 901, text };
    const statements = [statement("It allows 100 calls.", fields), statement("It allows 400 calls.", fields)];
    expect(weigh(statements, "How many calls does v2 allow?").kept).toEqual(["It allows 400 calls."]);
  });

  test("a draft and what comes into force later are not what holds", () => {
    const draft = within("Status: draft", "The fee is 50 euros.");
    const later = within("Valid from 1 January 2030.", "The fee is 60 euros.");
    expect(weigh([draft, later, current], "What is the current fee?").kept).toEqual([current.text]);
  });

  test("of copies the one that holds is kept first", () => {
    const copy = statement(current.text, { title: "Fees", container: ["Files", "archive"] });
    const { statements } = weighVersions([copy, current], "How much is the fee?", deps);
    expect(statements[0]!.passage.document.title).toBe("Fees 2026");
  });

  test("a question for what somebody says gets nobody else's words", () => {
    const one = statement("I think the pier costs 39 euros.", { author: "Carl Roe" });
    const other = statement("The pier costs 48 euros.", { author: "Ann Lee" });
    expect(weigh([one, other], "What does Ann Lee say the pier costs?").kept).toEqual([other.text]);
  });
});
