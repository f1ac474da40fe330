import { expect, test } from "vitest";
import type { ChatWithTurns } from "../../../engine/model/chat";
import { exportAs } from "./export-chats";

test("exportAs() names one conversation's file after its title", () => {
  expect(exportAs([chat("When does it ship? / ../etc")], "markdown").name).toBe("when-does-it-ship-etc.md");
  expect(exportAs([chat("??")], "json").name).toBe("atlas-chat.json");
});

test("exportAs() puts several conversations into one file, as JSON whole", () => {
  const chats = [chat("One"), chat("Two")];
  const file = exportAs(chats, "json");
  expect(file.name).toBe("atlas-history.json");
  expect(JSON.parse(file.text)).toEqual(chats);
});

function chat(title: string): ChatWithTurns {
  return { chat: { id: title, title, createdAt: 0, updatedAt: 0, pinned: false }, turns: [] };
}
