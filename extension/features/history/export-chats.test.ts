import { expect, test } from "vitest";
import type { ChatWithTurns } from "../../../engine/model/chat";
import { exportChats } from "./export-chats";

test("exportChats() names the file of a single chat after its title", () => {
  expect(exportChats([chat("When does it ship? / ../etc")], "markdown").name).toBe(
    "when-does-it-ship-etc.md",
  );
  expect(exportChats([chat("??")], "json").name).toBe("atlas-chat.json");
});

test("exportChats() writes several chats into one file, in JSON with all fields", () => {
  const chats = [chat("One"), chat("Two")];
  const file = exportChats(chats, "json");
  expect(file.name).toBe("atlas-history.json");
  expect(JSON.parse(file.text)).toEqual(chats);
});

function chat(title: string): ChatWithTurns {
  return { chat: { id: title, title, createdAt: 0, updatedAt: 0, pinned: false }, turns: [] };
}
