import { expect, it } from "vitest";
import { parseCommand } from "./parse-command";

const PROMPTS = [
  { name: "risks", text: "Which risks does {text} name?" },
  { name: "standup", text: "What did I do yesterday?" },
];

it.each([
  ["  Why? ", { kind: "ask", question: "Why?" }],
  ["/etc/hosts says what?", { kind: "ask", question: "/etc/hosts says what?" }],
  ["/page", { kind: "attach-page" }],
  ["/page what is it about?", { kind: "ask", question: "what is it about?", aboutPage: true }],
  ["/summarize", { kind: "ask", question: "Summarize this page", aboutPage: true }],
  ["/summarize the launch plan", { kind: "ask", question: "Summarize the launch plan" }],
  ["/find launch plan", { kind: "ask", question: "launch plan", find: true }],
  ["/find", { kind: "incomplete", problem: "Say what to find after the command" }],
  ["/compare Dexie and idb", { kind: "ask", question: "Compare Dexie and idb" }],
  ["/list passes", { kind: "ask", question: "List all passes" }],
  ["/list", { kind: "incomplete", problem: "Say what to list after the command" }],
  ["/new", { kind: "ask", question: "What’s new?" }],
  ["/new the handbook", { kind: "ask", question: "What’s new in the handbook?" }],
  ["/prompts", { kind: "edit-prompts" }],
  ["/risks the $& plan", { kind: "ask", question: "Which risks does the $& plan name?" }],
  ["/standup today too", { kind: "ask", question: "What did I do yesterday? today too" }],
])("parseCommand() reads %j", (text, command) => {
  expect(parseCommand(text, { prompts: PROMPTS, now: 0 })).toEqual(command);
});

it("parseCommand() removes the start time from the question", () => {
  const now = new Date(2026, 4, 20, 15).getTime();
  expect(parseCommand("/since yesterday what was decided?", { prompts: [], now })).toEqual({
    kind: "ask",
    question: "what was decided?",
    since: { at: new Date(2026, 4, 19).getTime(), label: "Since yesterday" },
  });
  expect(parseCommand("/since the flood", { prompts: [], now })).toMatchObject({ kind: "incomplete" });
});
