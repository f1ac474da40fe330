import { expect, test } from "vitest";
import { mermaidStatements } from "./mermaid-statements";

const read = (value: string) => {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  const position = { start: point(0), end: point(value.length) };
  return mermaidStatements({ type: "code", lang: "mermaid", value, position })[0]?.words?.split("\n");
};

test.each([
  ["graph LR\n  A[Tank] --> B(Filter)\n  B --> C{{Pump}}", ["Tank → Filter → Pump"]],
  [
    "flowchart TD; A[Tank]-->|diesel|B[Pump]; X[Valve]-- air -->B",
    ["Tank → (diesel) Pump", "Valve → (air) Pump"],
  ],
  ['graph TD\n  a["Main tank"] --- b((Gauge)) -.-> c\n  style a fill:#fff', ["Main tank → Gauge → c"]],
  [
    "sequenceDiagram\n  participant Ann\n  Ann->>Ben: Is it open?\n  Ben-->>Ann: From nine",
    ["Ann → Ben: Is it open?", "Ben → Ann: From nine"],
  ],
  ['pie title Berths\n  "Let" : 40\n  "Free" : 12', ["pie title Berths", '"Let" : 40', '"Free" : 12']],
])("mermaidStatements() reads %j", (diagram, lines) => {
  expect(read(diagram)).toEqual(lines);
});

test("mermaidStatements() of a diagram without words is nothing", () => {
  expect(read("graph LR\n%% nothing\n")).toBeUndefined();
});
