import { expect, test } from "vitest";
import { english } from "../../../language/english/english";
import { passage } from "../../testing/create-answer-fixture";
import { writePrompt } from "./write-prompt";

const NOW = Date.UTC(2026, 10, 20);

test("writePrompt() gives the status of the documents for which it is known", () => {
  const sections = [passage(1, "Flights take approval."), passage(2, "Flights take none.")].map(
    ({ document, chunk }) => ({ document, chunks: [chunk] }),
  );
  const messages = writePrompt({
    question: "Who approves?",
    sections,
    history: [],
    language: english,
    marker: "marker",
    now: NOW,
    sourceLabel: () => "Notes",
    statusOf: ({ documentId }) => (documentId === 2 ? "superseded" : undefined),
  });
  const [first = "", second = ""] = messages.at(-1)?.content.split("\n\n") ?? [];
  expect(first).not.toContain("Status:");
  expect(second).toMatch(/Updated: .*\nStatus: superseded.*\n\[2\] Flights take none\./);
});
