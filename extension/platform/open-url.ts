/** Opens an address in a new tab next to the current one. */
export async function openUrl(url: string): Promise<void> {
  await chrome.tabs.create({ url });
}

/** Opens an address where the omnibox wants it: in this tab, or a new one in front or behind. */
export async function openUrlAs(
  url: string,
  disposition: `${chrome.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  if (disposition === "currentTab") await chrome.tabs.update({ url });
  else await chrome.tabs.create({ url, active: disposition === "newForegroundTab" });
}

/** Opens Atlas's settings. */
export async function openOptions(): Promise<void> {
  await chrome.runtime.openOptionsPage();
}
