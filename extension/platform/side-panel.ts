import { extensionUrl } from "./runtime";

/**
 * Opens the side panel beside a tab. Chrome refuses outside a click; then the panel opens as a tab, where it
 * works all the same.
 */
export async function openPanel(tab: { readonly windowId: number }): Promise<void> {
  try {
    await chrome.sidePanel.open({ windowId: tab.windowId });
  } catch {
    await chrome.tabs.create({ url: extensionUrl("sidepanel.html") });
  }
}

/** Makes a click on the toolbar icon open the panel. */
export async function openPanelOnIconClick(): Promise<void> {
  await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}
