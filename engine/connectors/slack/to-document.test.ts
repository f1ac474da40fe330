import { describe, expect, test } from "vitest";
import { type SlackMessage, toMessage } from "./messages/message";
import { type ConversationLabels, toDayDocument, toThreadDocument } from "./to-document";

const labels: ConversationLabels = {
  conversation: { id: "C1", kind: "channel", name: "general", isArchived: false },
  workspaceUrl: "https://acme.slack.com/",
  nameOf: () => "Ada",
  channelName: () => undefined,
  groupName: () => undefined,
};

function createMessage(fields: object): SlackMessage {
  const message = toMessage({
    type: "message",
    user: "U1",
    text: "Words",
    ts: "1700000000.000100",
    ...fields,
  });
  if (!message) throw new Error("No message");
  return message;
}

const first = createMessage({
  thread_ts: "1700000000.000100",
  reply_count: 1,
  latest_reply: "1700000060.000200",
});
const reply = createMessage({ ts: "1700000060.000200", thread_ts: "1700000000.000100", text: "Yes" });
const toThread = (messages: readonly SlackMessage[], summary = first.summary) =>
  toThreadDocument(labels, { ts: first.ts, summary, messages });

describe("toThreadDocument()", () => {
  test("links a reply within its thread and the first message by itself", () => {
    const url = "https://acme.slack.com/archives/C1/p1700000000000100";
    expect(toThread([first, reply])).toMatchObject({
      id: "thread:C1:1700000000.000100",
      title: "Words",
      url,
      createdAt: 1_700_000_000_000,
      updatedAt: 1_700_000_060_000,
      content: {
        messages: [
          { url },
          { url: "https://acme.slack.com/archives/C1/p1700000060000200?thread_ts=1700000000.000100&cid=C1" },
        ],
      },
    });
  });

  test("has a version that changes with an edited reply", () => {
    const before = toThread([first, reply]).version;
    const after = toThread([first, { ...reply, text: "No" }]).version;
    expect(before.startsWith("1:1700000060.000200:#")).toBe(true);
    expect(after).not.toBe(before);
    expect(toThread([first, reply]).version).toBe(before);
  });

  test("has a short title without markup, or the channel's name", () => {
    const long = createMessage({ ...first, text: `*Launch*: ${"word ".repeat(40)}` });
    const { title } = toThread([long]);
    expect(title).toMatch(/^Launch: word .*word…$/);
    expect(title.length).toBeLessThanOrEqual(81);
    expect(toThread([{ ...first, text: "" }]).title).toBe("Thread in #general");
  });

  test("notes that the thread is incomplete", () => {
    const cut = toThreadDocument(labels, { ts: first.ts, summary: "", messages: [first], isCut: true });
    expect(cut.content).toMatchObject({ note: "Only its first 1 messages are here" });
  });
});

test("toDayDocument() sorts the day's messages by time", () => {
  const early = createMessage({ ts: "1699999990.000000", text: "Early" });
  const day = toDayDocument(labels, "2023-11-14", [createMessage({}), early]);
  expect(day).toMatchObject({ id: "day:C1:2023-11-14", title: "#general, 2023-11-14" });
  expect(day.content.kind === "thread" && day.content.messages.map(({ text }) => text)).toEqual([
    "Early",
    "Words",
  ]);
});

describe("toMessage()", () => {
  test("reads a bot's text from attachments, and the names of files", () => {
    const bot = { user: undefined, username: "CI", text: "", attachments: [{ fallback: "Build failed" }] };
    expect(createMessage(bot)).toMatchObject({ name: "CI", text: "Build failed" });
    expect(createMessage({ text: "Here", files: [{ name: "plan.pdf" }] }).text).toBe(
      "Here\n\nFile: plan.pdf",
    );
  });

  test("keeps the place of a message it cannot read, and nothing without a place", () => {
    const unreadable = createMessage({ text: 7 });
    expect(unreadable.ts).toBe("1700000000.000100");
    expect(unreadable.text).toBeUndefined();
    expect(toMessage({ text: "Words" })).toBeUndefined();
  });
});
