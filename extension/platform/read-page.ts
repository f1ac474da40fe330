import { PermissionError } from "../../engine/errors/permission-error";

/** A page as it stands in its tab. */
export interface ReadPage {
  readonly url: string;
  readonly title: string;
  readonly html: string;
}

/** Largest page that is read, in UTF-16 code units of its HTML. */
const MAX_HTML = 8 * 1024 * 1024;

/**
 * Reads the page in a tab. Works where the person invoked Atlas on that tab or allowed the site; else
 * PermissionError.
 */
export async function readPage(tabId: number): Promise<ReadPage> {
  try {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId },
      func: snapshot,
      args: [MAX_HTML],
    });
    if (frame?.result) return frame.result;
  } catch (cause) {
    throw new PermissionError(
      "Chrome does not let Atlas read this page: right-click it and choose “Ask Atlas about this page”",
      { cause },
    );
  }
  throw new PermissionError("Chrome gave no content for this page: reload it and ask again");
}

/** The tab the person is looking at. */
export async function activeTabId(): Promise<number> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined)
    throw new PermissionError("There is no open page to read: open one and ask again");
  return tab.id;
}

/** Runs inside the page: must not refer to anything outside itself. */
function snapshot(maxHtml: number): ReadPage {
  return {
    url: location.href,
    title: document.title,
    html: document.documentElement.outerHTML.slice(0, maxHtml),
  };
}
