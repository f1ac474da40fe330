import { openPanel } from "./side-panel";

/** The target of a right-click, with the data that the menu item needs. */
export type MenuClick = { readonly tabId: number; readonly pageUrl: string; readonly pageTitle: string } & (
  | { readonly item: "page" | "save" }
  | { readonly item: "selection"; readonly selection: string }
  | { readonly item: "link"; readonly linkUrl: string }
);

const ITEMS: readonly chrome.contextMenus.CreateProperties[] = [
  { id: "page", title: "Ask Atlas about this page", contexts: ["page"] },
  { id: "selection", title: "Ask Atlas about “%s”", contexts: ["selection"] },
  {
    id: "link",
    title: "Ask Atlas about this link",
    contexts: ["link"],
    targetUrlPatterns: ["https://*/*", "http://*/*"],
  },
  { id: "save", title: "Save this page in Atlas", contexts: ["page"] },
];

/** Creates the right-click menu; run on install and update. */
export async function createContextMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  for (const item of ITEMS)
    chrome.contextMenus.create({ ...item, documentUrlPatterns: ["https://*/*", "http://*/*", "file:///*"] });
}

/** Reports clicks, after opening the side panel: Chrome allows that only within the click itself. */
export function onMenuClick(listener: (click: MenuClick) => void): void {
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    void openPanel(tab);
    const click = toMenuClick(info, tab.id, tab.title ?? "");
    if (click) listener(click);
  });
}

function toMenuClick(
  info: chrome.contextMenus.OnClickData,
  tabId: number,
  pageTitle: string,
): MenuClick | undefined {
  const page = { tabId, pageUrl: info.pageUrl ?? "", pageTitle };
  if (info.menuItemId === "page" || info.menuItemId === "save") return { ...page, item: info.menuItemId };
  if (info.menuItemId === "selection" && info.selectionText) {
    return { ...page, item: "selection", selection: info.selectionText };
  }
  if (info.menuItemId === "link" && info.linkUrl) return { ...page, item: "link", linkUrl: info.linkUrl };
  return undefined;
}
