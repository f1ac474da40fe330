import { expect, test } from "vitest";
import { convertExport, messagesOf } from "../testing/convert-export";

test("a Claude export is read as conversations, with what was attached", async () => {
  const converted = await convertExport("conversations.json", [
    {
      uuid: "1",
      name: "Hull paint",
      chat_messages: [
        {
          sender: "human",
          text: "How many coats?",
          created_at: "2026-03-01T09:30:00Z",
          attachments: [{ file_name: "spec.txt", extracted_content: "Two coats on steel." }],
          files: [{ file_name: "hull.png" }],
        },
        {
          sender: "assistant",
          text: "Three.",
          content: [
            { type: "thinking", thinking: "hm" },
            { type: "text", text: "Three coats." },
          ],
        },
      ],
    },
  ]);
  expect(messagesOf(converted)).toEqual([
    ["User", "How many coats?\n\nAttachment: spec.txt\n\nTwo coats on steel.\n\nFile: hull.png"],
    ["Claude", "Three coats."],
  ]);
  expect(converted).toMatchObject({
    title: "Hull paint",
    note: "1 file of the conversations: only names are in the export",
  });
  expect(converted.text).toContain("**User** (2026-03-01 09:30 UTC):");
});

test("the projects of a Claude export are read with their documents", async () => {
  const { text } = await convertExport("projects.json", [
    {
      name: "Refit",
      description: "The refit of 2026",
      prompt_template: "Answer in Danish",
      docs: [{ filename: "plan.md", content: "Masts first." }],
    },
  ]);
  expect(text).toBe("# Refit\n\nThe refit of 2026\n\nAnswer in Danish\n\n## plan.md\n\nMasts first.");
});
