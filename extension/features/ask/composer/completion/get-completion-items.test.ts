import { expect, test } from "vitest";
import { getCompletionItems } from "./get-completion-items";

const SOURCES = {
  sources: [{ id: "s1", label: "Work Slack", icon: "page" as const }],
  folders: ["releases"],
  prompts: [
    { name: "risks", text: "Which risks does {text} name?" },
    { name: "standup", text: "What did I do yesterday?" },
  ],
};

test("getCompletionItems() offers built-in and own commands that start with the query", () => {
  const token = { kind: "command", query: "s", start: 0, end: 2 } as const;
  expect(
    getCompletionItems(token, SOURCES).map(({ label, submitsImmediately }) => [label, submitsImmediately]),
  ).toEqual([
    ["/summarize", false],
    ["/since", false],
    ["/standup", true],
  ]);
});

test("getCompletionItems() offers sources and folders, which extend the scope and insert no text", () => {
  const token = { kind: "mention", query: "", start: 0, end: 1 } as const;
  expect(getCompletionItems(token, SOURCES).map(({ insertText, scope }) => [insertText, scope])).toEqual([
    ["", { sources: [{ id: "s1", label: "Work Slack" }] }],
    ["", { containers: ["releases"] }],
  ]);
});
