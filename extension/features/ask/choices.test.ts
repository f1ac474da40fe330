import { expect, test } from "vitest";
import { choicesFor } from "./choices";

const OFFERED = {
  sources: [{ id: "s1", label: "Work Slack", icon: "page" as const }],
  folders: ["releases"],
  prompts: [
    { name: "risks", text: "Which risks does {text} name?" },
    { name: "standup", text: "What did I do yesterday?" },
  ],
};

test("choicesFor() offers commands and the person's own by how they begin", () => {
  const word = { kind: "command", typed: "s", start: 0, end: 2 } as const;
  expect(choicesFor(word, OFFERED).map(({ label, atOnce }) => [label, atOnce])).toEqual([
    ["/summarize", false],
    ["/since", false],
    ["/standup", true],
  ]);
});

test("choicesFor() offers sources and folders, which narrow the question and leave no word behind", () => {
  const word = { kind: "mention", typed: "", start: 0, end: 1 } as const;
  expect(choicesFor(word, OFFERED).map(({ insert, narrow }) => [insert, narrow])).toEqual([
    ["", { sources: [{ id: "s1", label: "Work Slack" }] }],
    ["", { containers: ["releases"] }],
  ]);
});
