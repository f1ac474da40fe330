import { PermissionError } from "../../engine/errors/permission-error";
import type { Tabs } from "../../engine/ports/tabs";
import { readPage } from "./read-page";

/** Open tabs through chrome.tabs; addresses and titles need the optional `tabs` permission. */
export const browserTabs: Tabs = {
  async list() {
    if (!(await chrome.permissions.contains({ permissions: ["tabs"] }))) {
      throw new PermissionError("Cannot see open tabs: allow Atlas to see them again");
    }
    const tabs = await chrome.tabs.query({});
    return tabs.flatMap(({ id, url, title, lastAccessed, incognito }) =>
      id === undefined || url === undefined || incognito
        ? []
        : [{ tabId: id, url, title: title ?? "", lastAccessedAt: lastAccessed ?? 0 }],
    );
  },
  async readHtml(tabId) {
    try {
      return (await readPage(tabId)).html;
    } catch {
      // Not allowed on this site, a browser page, or the tab has closed: the port's contract is undefined.
      return undefined;
    }
  },
};
