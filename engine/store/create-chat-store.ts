import { Dexie } from "dexie";
import { NotFoundError } from "../errors/not-found-error";
import type { Chat, Turn } from "../model/chat";
import type { ChatStore } from "../ports/chat-store";
import type { Database } from "./schema";
import { writeTransaction } from "./write-transaction";

/** Maximum length of a title taken from a question, in characters: two lines of a narrow list. */
const MAX_TITLE_LENGTH = 80;

export function createChatStore(database: Database): ChatStore {
  const { chats, turns } = database;

  async function put(turn: Turn): Promise<void> {
    const chat = (await chats.get(turn.chatId)) ?? newChat(turn);
    await chats.put({ ...chat, updatedAt: Math.max(chat.updatedAt, turn.askedAt) });
    await turns.put(turn);
  }

  return {
    list: async (words) => {
      const all = await chats.toArray();
      const wanted = toWords(words);
      const found =
        wanted.length === 0 ? all : await filterByWords(all, wanted, (visit) => turns.each(visit));
      return [...found].sort(byPinAndTime);
    },
    get: async (chatId, { newest } = {}) => {
      const lastFirst = turns
        .where("[chatId+id]")
        .between([chatId, Dexie.minKey], [chatId, Dexie.maxKey])
        .reverse();
      const wanted = newest === undefined ? lastFirst : lastFirst.limit(newest);
      const [chat, rows] = await Promise.all([chats.get(chatId), wanted.toArray()]);
      return chat && { chat, turns: rows.reverse() };
    },
    putTurn: (turn) => writeTransaction(database, [chats, turns], () => put(turn)),
    settleTurn: (turn) =>
      writeTransaction(database, [chats, turns], async () => {
        if (await chats.get(turn.chatId)) await put(turn);
      }),
    change: (chatId, patch) =>
      writeTransaction(database, [chats], async () => {
        const found = await chats.update(chatId, { ...patch });
        if (found === 0) throw new NotFoundError("Cannot change this conversation: it was deleted");
      }),
    delete: (chatIds) =>
      writeTransaction(database, [chats, turns], async () => {
        await turns
          .where("chatId")
          .anyOf([...chatIds])
          .delete();
        await chats.bulkDelete([...chatIds]);
      }),
  };
}

function newChat({ chatId, question, askedAt }: Turn): Chat {
  return { id: chatId, title: toTitle(question), createdAt: askedAt, updatedAt: askedAt, pinned: false };
}

function toTitle(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  return line.length <= MAX_TITLE_LENGTH ? line : `${line.slice(0, MAX_TITLE_LENGTH - 1).trimEnd()}…`;
}

function byPinAndTime(a: Chat, b: Chat): number {
  return Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt;
}

/** The chats that contain every word; `eachTurn` iterates over all turns. */
async function filterByWords(
  chats: readonly Chat[],
  wanted: readonly string[],
  eachTurn: (visit: (turn: Turn) => void) => Promise<void>,
): Promise<readonly Chat[]> {
  const missing = new Map(chats.map(({ id, title }) => [id, removeContained(wanted, title)]));
  await eachTurn(({ chatId, question, text }) => {
    const words = missing.get(chatId);
    if (words && words.length > 0) missing.set(chatId, removeContained(words, `${question}\n${text}`));
  });
  return chats.filter(({ id }) => missing.get(id)?.length === 0);
}

function removeContained(words: readonly string[], text: string): readonly string[] {
  const lower = text.toLowerCase();
  return words.filter((word) => !lower.includes(word));
}

function toWords(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
