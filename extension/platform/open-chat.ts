/** Key in session storage. */
export const OPEN_CHAT_KEY = "open-chat";

/** The chat that the panel showed last in this session of the browser. */
export async function readOpenChat(): Promise<string | undefined> {
  return (await chrome.storage.session.get(OPEN_CHAT_KEY))[OPEN_CHAT_KEY] as string | undefined;
}

export async function saveOpenChat(chatId: string): Promise<void> {
  await chrome.storage.session.set({ [OPEN_CHAT_KEY]: chatId });
}
