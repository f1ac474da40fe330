const KEY = "open-chat";

/** The chat the panel showed last, until the browser is closed; session storage, so a new day starts afresh. */
export async function readOpenChat(): Promise<string | undefined> {
  return (await chrome.storage.session.get(KEY))[KEY] as string | undefined;
}

export async function rememberOpenChat(chatId: string): Promise<void> {
  await chrome.storage.session.set({ [KEY]: chatId });
}
