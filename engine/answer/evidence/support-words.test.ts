import { describe, expect, test } from "vitest";
import type { QuestionWord } from "./question-words";
import { type StatementSurroundings, supportOfWords } from "./support-words";

const NOTHING: StatementSurroundings = {
  statement: new Set(),
  context: new Set(),
  neighbours: new Set(),
  passage: new Set(),
  text: "",
};

function support(word: Partial<QuestionWord>, where: Partial<StatementSurroundings>): number {
  const asked = {
    word: "",
    terms: [],
    weight: 1,
    isValue: false,
    isImplied: false,
    isRole: false,
    isExcluded: false,
    isVerb: false,
    nouns: [],
    isHead: false,
    ...word,
  };
  return supportOfWords({ words: [asked] }, { ...NOTHING, ...where })[0]!;
}

describe("supportOfWords()", () => {
  const terms = ["berth"];
  const found = new Set(terms);

  test("supports a word less the further away it stands", () => {
    const levels = [
      support({ terms }, { statement: found }),
      support({ terms }, { context: found }),
      support({ terms }, { neighbours: found }),
      support({ terms }, { passage: found }),
      support({ terms }, {}),
    ];
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect([levels[0], levels[4]]).toEqual([1, 0]);
  });

  test("supports what is counted in the statement and its headings only", () => {
    expect(support({ terms, isHead: true }, { neighbours: found, passage: found })).toBe(0);
    expect(support({ terms, isHead: true }, { context: found })).toBeGreaterThan(0.5);
  });

  test("supports a name by its whole or all of its parts", () => {
    const name = ["proj-123", "proj", "123"];
    expect(support({ terms: name }, { statement: new Set(["proj-123"]) })).toBe(1);
    expect(support({ terms: name }, { statement: new Set(["proj", "123"]) })).toBe(1);
    expect(support({ terms: name }, { statement: new Set(["proj"]) })).toBe(0.5);
  });

  test("supports a compound little by one of its parts", () => {
    expect(support({ terms: ["fahrrad", "helm"] }, { statement: new Set(["fahrrad"]) })).toBe(0.25);
    expect(support({ terms: ["fahrrad", "helm"] }, { statement: new Set(["helm", "fahrrad"]) })).toBe(1);
  });

  test("finds a word that is cut differently where words are not separated", () => {
    expect(support({ word: "印刷機", terms: ["印刷"] }, { text: "新しい印刷機は三階にあります" })).toBe(1);
  });
});
