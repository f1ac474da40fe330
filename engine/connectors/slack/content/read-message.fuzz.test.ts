import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mutatedJson } from "../../../testing/fuzz/mutated-json";
import { toMessages } from "../messages/message";
import { toDayDocuments } from "../pull/read-history";
import { EVERYTHING, shownWords } from "../testing/documented-content";
import { readMessage } from "./read-message";

const labels = {
  conversation: { id: "C1", kind: "channel", name: "general", isArchived: false },
  workspaceUrl: "https://acme.slack.com/",
  nameOf: () => "Ada",
  channelName: () => "general",
  groupName: () => "admins",
} as const;

const parts: readonly object[] = [
  ...EVERYTHING.blocks.map((block) => ({ text: "Not shown", blocks: [block] })),
  ...EVERYTHING.attachments.map((attachment) => ({ text: "textone", attachments: [attachment] })),
  ...EVERYTHING.files.map((file) => ({ text: "textone", files: [file] })),
];

describe("a message whose fields are dropped, null, of another type or of unknown kinds", () => {
  test("keeps every word that it has, or says what is missing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts).chain(mutatedJson), (message) => {
        const { text, omissions } = readMessage(message);
        const lost = shownWords(message).filter((word) => !text.includes(word));
        expect(omissions.length === 0 && text !== "" ? lost : []).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  test("leaves a document or a failure of its day, beside a message that is well", () => {
    const well = { type: "message", ts: "1700000000.000200", user: "U1", text: "Well" };
    const whole = { ...EVERYTHING, ts: "1700000000.000100" };
    fc.assert(
      fc.property(mutatedJson(whole), (broken) => {
        const { documents, failures } = toDayDocuments(labels, toMessages([well, broken]));
        expect(failures).toEqual([]);
        expect(documents).toHaveLength(1);
        const content = documents[0]?.content;
        expect(content?.kind === "thread" ? content.messages.map(({ text }) => text) : []).toContain("Well");
        expect(
          content?.kind === "thread" && content.messages.length + (content.note ? 1 : 0),
        ).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });

  test("is a failure of its day when nothing of it can be read", () => {
    const { documents, failures } = toDayDocuments(
      labels,
      toMessages([{ ts: "1700000000.000100", text: 7 }]),
    );
    expect(documents).toEqual([]);
    expect(failures).toMatchObject([{ id: "day:C1:2023-11-14", code: "read-item" }]);
  });
});
