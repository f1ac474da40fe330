import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerPiece, createReasoningSplitter } from "./create-reasoning-splitter";

/** The answer and the reasoning that a reader of these pieces ends with. */
function split(deltas: readonly string[], options: { opensInPrompt?: boolean; wasCut?: boolean } = {}) {
  const splitter = createReasoningSplitter(options);
  let answer = "";
  let reasoning = "";
  const read = (piece: AnswerPiece) => {
    if (piece.type === "text") answer += piece.delta;
    else if (piece.type === "reasoning") reasoning += piece.delta;
    else {
      reasoning += answer;
      answer = "";
    }
  };
  for (const delta of deltas) splitter.next(delta).forEach(read);
  splitter.end(options.wasCut === true).forEach(read);
  return { answer, reasoning };
}

const SPLIT: readonly (readonly [string, string, string])[] = [
  ["<think>Let me see.</think>In May", "In May", "Let me see."],
  ["\n<think>\nLet me see.\n</think>\n\nIn May", "In May", "\nLet me see.\n"],
  ["<think></think>In May", "In May", ""],
  ["<think>a < b </thin </think>In May", "In May", "a < b </thin "],
  ["<think>for ever", "", "for ever"],
  ["<THINK>Hm</THINK>In May", "In May", "Hm"],
  ["<thinking>Hm</thinking>In May", "In May", "Hm"],
  ["<reasoning>Hm</reasoning>In May", "In May", "Hm"],
  ["<thought>Hm</thought>In May", "In May", "Hm"],
  ["[THINK]Hm[/THINK]In May [1]", "In May [1]", "Hm"],
  ["◁think▷Hm◁/think▷In May", "In May", "Hm"],
  ["<|channel>thought\nHm<channel|>In May", "In May", "\nHm"],
  ["<|channel>thought\n<channel|>In May", "In May", "\n"],
  [
    "<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>In May",
    "In May",
    "Hm",
  ],
  [
    "<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>commentary<|message|>Ha<|end|><|start|>assistant<|channel|>final<|message|>In May<|return|>",
    "In May",
    "HmHa",
  ],
  ["<|start|>assistant<|channel|>final<|message|>In May<|return|>", "In May", ""],
  ["<|channel|>analysis<|message|>for ever", "", "for ever"],
  ["analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>In May", "In May", "Hm"],
  ["analysisWe need a date.assistantfinalIn May", "In May", "We need a date."],
  ["<think>One</think>\n<think>Two</think>\nIn May", "In May", "OneTwo"],
  ["<think>Hm</think><answer>In May</answer>", "In May", "Hm"],
  // The template has opened the thoughts.
  ["Let me see.\n</think>\n\nIn May", "In May", "Let me see.\n"],
  ["Let me see.</think>In May", "In May", "Let me see."],
  ['They say "May"</think>"May"', '"May"', 'They say "May"'],
  ["</think>In May", "In May", ""],
  ["Let me see.[/THINK]In May", "In May", "Let me see."],
  ["Let me see.◁/think▷In May", "In May", "Let me see."],
  ["thought\nLet me see.<channel|>In May", "In May", "thought\nLet me see."],
  ["Let me see.</think>\n<think>Once more</think>In May", "In May", "Let me see.Once more"],
  // In between.
  ["In May.\n<think>\nOr June?\n</think>\nIn June.", "In May.\nIn June.", "\nOr June?\n"],
  [`${"İ".repeat(3)}x.</think>In May`, "In May", `${"İ".repeat(3)}x.`],
];

const KEPT = [
  "In May",
  "  In May",
  "In May <think>no</think>",
  "<thinking aloud",
  "<th",
  "analysis of the plan",
  "",
  "Use `</think>` to end it.",
  "Use `<think>` and `</think>`.",
  "It is\n```xml\n<think>\nHm\n</think>\n```\nas you see",
  "It ends with\n~~~\n</think>\n~~~\nalways",
  'The mark "</think>" ends it.',
  "The mark </think> ends the thoughts.",
  "The thoughts end with </think>.",
  "The format is <|channel|>final<|message|> in harmony [1].",
  "A list: [1], [2], [THIS]",
];

describe("createReasoningSplitter()", () => {
  const cases = [...SPLIT, ...KEPT.map((text) => [text, text, ""] as const)];
  test.each(cases)("splits %j, however it comes in", (text, answer, reasoning) => {
    const expected = { answer, reasoning };
    expect(split([text])).toEqual(expected);
    expect(split([...text])).toEqual(expected);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(split([text.slice(0, from), text.slice(from, to), text.slice(to)])).toEqual(expected);
      }),
    );
  });

  test("forwards an answer without delay", () => {
    const splitter = createReasoningSplitter();
    expect(splitter.next("In")).toEqual([{ type: "text", delta: "In" }]);
    expect(splitter.next(" May")).toEqual([{ type: "text", delta: " May" }]);
  });

  test("forwards thoughts without delay", () => {
    const splitter = createReasoningSplitter();
    splitter.next("<think>");
    expect(splitter.next("Let")).toEqual([{ type: "reasoning", delta: "Let" }]);
  });
});

describe("createReasoningSplitter() of a model that opens its thoughts in the prompt", () => {
  test.each([
    ["Let me see.\n</think>\n\nIn May", "In May"],
    ["<think>Let me see.</think>In May", "In May"],
    ["Use `</think>`.\n</think>In May", "In May"],
    ["In May", "In May"],
  ])("finds the answer of %j, and sends no thought as text", (text, answer) => {
    const splitter = createReasoningSplitter({ opensInPrompt: true });
    const pieces = [...[...text].flatMap((one) => splitter.next(one)), ...splitter.end(false)];
    expect(pieces.some(({ type }) => type === "retract")).toBe(false);
    expect(pieces.map((piece) => (piece.type === "text" ? piece.delta : "")).join("")).toBe(answer);
  });

  test("finds no answer in thoughts that were cut", () => {
    expect(split(["Let me see"], { opensInPrompt: true, wasCut: true }).answer).toBe("");
  });

  test("takes text for the answer where the server reports thoughts apart", () => {
    const splitter = createReasoningSplitter({ opensInPrompt: true });
    splitter.setSeparated();
    expect(splitter.next("In")).toEqual([{ type: "text", delta: "In" }]);
  });
});
