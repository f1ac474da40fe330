/** Where in the storage of the session. */
export const OPEN_CHAT_KEY = "open-chat";

/** The chat the panel showed last, until the browser is closed; session storage, so a new day starts afresh. */
export async function readOpenChat(): Promise<string | undefined> {
  return (await chrome.storage.session.get(OPEN_CHAT_KEY))[OPEN_CHAT_KEY] as string | undefined;
}

export async function saveOpenChat(chatId: string): Promise<void> {
  await chrome.storage.session.set({ [OPEN_CHAT_KEY]: chatId });
}
