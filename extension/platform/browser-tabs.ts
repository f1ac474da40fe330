import { PermissionError } from "../../engine/errors/permission-error";
import type { Tabs } from "../../engine/ports/tabs";
import { readPage } from "./read-page";

/** Open tabs through chrome.tabs; URLs and titles need the optional `tabs` permission. */
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
      // No access to the site, a browser page, or a closed tab: undefined by the contract of the port.
      return undefined;
    }
  },
};
