import { expect, test } from "vitest";
import { statementsOf } from "../testing/statements-of";

const comments = (code: string, language = "js") =>
  statementsOf(`Words before.\n\n\`\`\`${language}\n${code}\n\`\`\`\n`).flatMap(({ kind, words, quote }) =>
    kind === "sentence" && words !== undefined ? [[words, quote]] : [],
  );

test("codeComments() takes the sentences of comments on lines and behind code", () => {
  expect(
    comments(
      "// Warm up below minus ten. Wait for\n// twenty minutes then.\nwarm(t); // it takes a while\nx = 1;",
    ),
  ).toEqual([
    ["Warm up below minus ten.", "Warm up below minus ten."],
    ["Wait for twenty minutes then.", "Wait for\n// twenty minutes then."],
    ["warm(t); // it takes a while", "warm(t); // it takes a while"],
  ]);
  expect(
    comments("def warm(t):\n    # below minus ten use the heater\n    return 8  # seconds at most", "python"),
  ).toEqual([
    ["below minus ten use the heater", "below minus ten use the heater"],
    ["return 8  # seconds at most", "return 8  # seconds at most"],
  ]);
});

test("codeComments() takes block comments and documentation strings without their marks", () => {
  expect(comments("/**\n * Opens the lid\n * from the left.\n */\nopen();")).toEqual([
    ["Opens the lid from the left.", "Opens the lid\n * from the left."],
  ]);
  expect(comments('def open():\n    """Opens the lid from above."""\n    return 1', "python")).toEqual([
    ["Opens the lid from above.", "Opens the lid from above."],
  ]);
});

test("codeComments() leaves out addresses, colours and code that is commented out", () => {
  expect(
    comments(
      'get("https://example.com/a b");\n#menu { color: #fff }\n// old(1, 2);\n// x = y + 1\n#include <a>',
    ),
  ).toEqual([]);
});

test("codeComments() quotes a comment behind code with its line", () => {
  const found = statementsOf("```py\nMAX_WATER = 12  # centimetres before the pump starts\n```\n");
  expect(found).toMatchObject([
    {
      kind: "sentence",
      quote: "MAX_WATER = 12  # centimetres before the pump starts",
      markdown: "```\nMAX_WATER = 12  # centimetres before the pump starts\n```",
    },
  ]);
});
