import { describe, expect, test } from "vitest";
import { type JudgedAnswer, judgeAnswer } from "./judge-answer";

function answer(fields: Partial<JudgedAnswer>): JudgedAnswer {
  return { text: "", found: true, citations: [], ...fields };
}

const quote = (words: string, itemId = "a.md") => ({ quote: words, itemId });

describe("judgeAnswer()", () => {
  test("takes a value from the text or from a quote, whatever its case, quotes, hyphens and emphasis", () => {
    const expected = { contains: ["“Up-to-date”", "24 hours"], file: "a.md" };
    const given = answer({
      text: 'It is "up\u2011to\u2011date".',
      citations: [quote("within **24\u00AD hours**")],
    });
    expect(judgeAnswer(given, expected)).toBe("right");
  });

  test("takes a number or a short word only by itself", () => {
    expect(judgeAnswer(answer({ text: "In 2014" }), { contains: ["14"] })).toBe("wrong");
    expect(judgeAnswer(answer({ text: "Ludos" }), { contains: ["Ole"] })).toBe("wrong");
    expect(judgeAnswer(answer({ text: "14 boats" }), { contains: ["14"] })).toBe("right");
  });

  test("is wrong where a file is not cited, a value must not be there, or one of several is missing", () => {
    expect(judgeAnswer(answer({ text: "145" }), { contains: ["145"], file: "a.md" })).toBe("wrong");
    expect(judgeAnswer(answer({ text: "145, 110" }), { contains: ["145"], notContains: ["110"] })).toBe(
      "wrong",
    );
    expect(judgeAnswer(answer({ text: "3 May" }), { anyOf: [["3 May"], ["2026"]] })).toBe("wrong");
  });

  test("keeps closest passages and refusals apart from what is asserted", () => {
    const nothing = answer({ found: false, text: "Nothing answers this" });
    expect(judgeAnswer(nothing, { refuse: true })).toBe("right");
    expect(judgeAnswer(answer({ text: "145" }), { refuse: true })).toBe("wrong");
    expect(judgeAnswer(nothing, { contains: ["145"] })).toBe("missed");
    expect(judgeAnswer({ ...nothing, closest: [quote("145 euros")] }, { contains: ["145"] })).toBe("closest");
  });

  test("asks that a contradiction is told, not only shown", () => {
    const shown = answer({ text: "145 euros. 110 euros." });
    expect(judgeAnswer(shown, { conflict: ["145", "110"] })).toBe("wrong");
    const told = { ...shown, conflicts: [{ newer: 1, older: 2, text: "A says 145, B says 110" }] };
    expect(judgeAnswer(told, { conflict: ["145", "110"] })).toBe("right");
  });
});
