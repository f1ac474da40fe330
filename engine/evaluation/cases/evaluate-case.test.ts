import { expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeFolder } from "../../testing/fakes/fake-folder";
import { countVerdicts, evaluateCase } from "./evaluate-case";
import { openCase } from "./open-case";
import { parseQuestionCase } from "./question-case";

const clock = createFakeClock();

test("evaluateCase() asks the product, each question in a conversation of its own", async () => {
  const text = "# Travel\n\nExpenses above 500 euros need approval by the office manager.\n";
  const { handle } = createFakeFolder({ "handbook/travel.md": { text, lastModified: clock.now() } });
  const opened = await openCase(handle, { clock });
  const questionCase = parseQuestionCase(
    JSON.stringify({
      kind: "travel",
      questions: [
        {
          ask: "Who must approve expenses above 500 euros?",
          right: { contains: ["office manager"], file: "handbook/travel.md" },
        },
        { ask: "Who repaints the lighthouse?", right: { refuse: true }, kind: "refusal" },
      ],
    }),
    "travel",
  );
  const judged = await evaluateCase("travel", questionCase, opened);
  opened.close();
  expect(judged.map(({ kind, verdict, isAnswerable }) => [kind, verdict, isAnswerable])).toEqual([
    ["travel", "right", true],
    ["refusal", "right", false],
  ]);
  expect(countVerdicts(judged)).toEqual({ right: 2, closest: 0, wrong: 0, missed: 0 });
});

test("parseQuestionCase() names the case that is none", () => {
  expect(() => parseQuestionCase("{}", "travel")).toThrow('Cannot read the case "travel"');
});
