/** Where in the storage of the session. */
export const OPEN_CHAT = "open-chat";

/** The chat the panel showed last, until the browser is closed; session storage, so a new day starts afresh. */
export async function readOpenChat(): Promise<string | undefined> {
  return (await chrome.storage.session.get(OPEN_CHAT))[OPEN_CHAT] as string | undefined;
}

export async function rememberOpenChat(chatId: string): Promise<void> {
  await chrome.storage.session.set({ [OPEN_CHAT]: chatId });
}
