/** Opens a URL in a new tab next to the current one. */
export async function openUrl(url: string): Promise<void> {
  await chrome.tabs.create({ url });
}

/** Opens a URL with the disposition of the omnibox: in this tab, or in a new foreground or background tab. */
export async function openUrlAs(
  url: string,
  disposition: `${chrome.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  if (disposition === "currentTab") await chrome.tabs.update({ url });
  else await chrome.tabs.create({ url, active: disposition === "newForegroundTab" });
}

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await chrome.runtime.openOptionsPage();
}
