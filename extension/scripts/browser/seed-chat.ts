import type { Page } from "playwright";
import { createTurn } from "../../../engine/chat/create-turn";
import type { Turn } from "../../../engine/model/chat";
import { STORE_NAME } from "../../messaging/store-name";
import { OPEN_CHAT_KEY } from "../../platform/open-chat";

/** Puts a conversation of answered questions into the store, as if it had been had; any page of Atlas will do. */
export async function seedChat(
  page: Page,
  chatId: string,
  answered: readonly (Pick<Turn, "question" | "text"> & Partial<Turn>)[],
): Promise<void> {
  const turns = answered.map((entry, at): Turn => {
    const { question } = entry;
    const asked = createTurn({ chatId, id: at + 1, question, scope: {}, askedAt: at + 1 });
    return { ...asked, status: "done", ...entry };
  });
  const title = answered[0]?.question ?? "";
  const chat = { id: chatId, title, createdAt: 1, updatedAt: turns.length, pinned: false };
  await page.evaluate(
    async ({ name, chat, turns }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(["chats", "turns"], "readwrite");
      transaction.objectStore("chats").put(chat);
      for (const turn of turns) transaction.objectStore("turns").put(turn);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    { name: STORE_NAME, chat, turns },
  );
}

/** Makes a chat the one that the next panel opens with. */
export async function setOpenChat(page: Page, chatId: string): Promise<void> {
  await page.evaluate((shown) => chrome.storage.session.set(shown), { [OPEN_CHAT_KEY]: chatId });
}
