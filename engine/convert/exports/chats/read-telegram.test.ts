import { expect, test } from "vitest";
import { convertExport, messagesOf } from "../testing/convert-export";

const chat = {
  name: "Crew",
  type: "private_group",
  id: 1,
  messages: [
    {
      id: 1,
      type: "service",
      date: "2026-05-01T08:00:00",
      actor: "Mara",
      action: "invite_members",
      members: ["Olof"],
      text: "",
    },
    {
      id: 2,
      type: "message",
      date: "2026-05-01T08:05:30",
      date_unixtime: "1777615530",
      from: "Mara",
      text: [
        "Meet at ",
        { type: "bold", text: "gate 4" },
        ", ",
        { type: "text_link", text: "map", href: "https://m.example" },
      ],
    },
    {
      id: 3,
      type: "message",
      date: "2026-05-01T08:06:00",
      from: "Olof",
      reply_to_message_id: 2,
      text: "At <six>?",
      edited: "2026-05-01T08:07:00",
    },
    {
      id: 4,
      type: "message",
      date: "2026-05-01T09:00:00",
      from: "Olof",
      forwarded_from: "Harbour",
      photo: "p.jpg",
      text: "",
    },
    {
      id: 5,
      type: "message",
      date: "2026-05-01T09:01:00",
      from: null,
      text: "",
      poll: { question: "Soup?", answers: [{ text: "Yes", voters: 2 }] },
    },
    7,
  ],
};

test("a Telegram chat is read with replies, forwards, notices and polls", async () => {
  const converted = await convertExport("result.json", chat);
  expect(messagesOf(converted)).toEqual([
    [undefined, "(2026-05-01 08:00) Mara: invite members Olof"],
    ["Mara", "Meet at **gate 4**, [map](https://m.example)"],
    ["Olof", "At \\<six>?"],
    ["Olof", "(picture)"],
    ["Deleted account", "Poll: Soup?\n\n- Yes: 2 votes"],
  ]);
  expect(converted.text).toContain("**Olof** (2026-05-01 08:06, in reply to Mara, edited):");
  expect(converted.text).toContain("**Olof** (2026-05-01 09:00, forwarded from Harbour):");
  expect(converted).toMatchObject({
    title: "Crew",
    note: "1 message cannot be read; 1 picture or file not read",
  });
});

test("all chats of a Telegram export stand under their names", async () => {
  const { text } = await convertExport("result.json", {
    about: "…",
    chats: { list: [chat, { ...chat, name: null, type: "saved_messages" }] },
  });
  expect(text.match(/^# .*$/gm)).toEqual(["# Crew", "# Saved messages"]);
});
