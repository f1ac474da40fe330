/** Opens an address in a new tab next to the current one. */
export async function openUrl(url: string): Promise<void> {
  await chrome.tabs.create({ url });
}

/** Opens Atlas's settings. */
export async function openOptions(): Promise<void> {
  await chrome.runtime.openOptionsPage();
}
