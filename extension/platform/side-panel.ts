import { extensionUrl } from "./runtime";

/**
 * Opens the side panel beside a tab. Chrome rejects that outside a click; the panel then opens as a tab.
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
