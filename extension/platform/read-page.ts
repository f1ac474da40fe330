import { PermissionError } from "../../engine/errors/permission-error";
import { ReadItemError } from "../../engine/errors/read-item-error";

/** A page as rendered in its tab. */
export interface PageContent {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** A sentence about the part that was not read; absent for a complete page. */
  readonly note?: string;
}

/** Largest page that is read, in UTF-16 code units of its HTML. */
const MAX_HTML_LENGTH = 8 * 1024 * 1024;

/**
 * Reads the page in a tab, where the person invoked Atlas on that tab or granted access to the site; else
 * PermissionError. ReadItemError for a page that no permission opens.
 */
export async function readPage(tabId: number): Promise<PageContent> {
  const { contentType, length, ...page } = await runInPage(tabId, snapshot, MAX_HTML_LENGTH);
  if (/html|xml|^text\//.test(contentType)) {
    const isTruncated = length > MAX_HTML_LENGTH;
    return {
      ...page,
      title: page.title.trim() || page.url,
      ...(isTruncated && { note: formatTruncation(length) }),
    };
  }
  throw new ReadItemError(
    `Cannot read this tab: it shows a file (${contentType}), not a page; save it into a folder that Atlas reads`,
  );
}

interface RawPageContent extends Omit<PageContent, "note"> {
  readonly contentType: string;
  /** Of the whole page's HTML, in UTF-16 code units. */
  readonly length: number;
}

function formatTruncation(length: number): string {
  const millions = (count: number) => (count / 1_000_000).toFixed(1);
  return `Only the first ${millions(MAX_HTML_LENGTH)} of ${millions(length)} million characters of the page were read`;
}

/** The selection in the page of a tab, with its URL; errors as in `readPage`. */
export async function readSelection(
  tabId: number,
): Promise<{ readonly text: string; readonly title: string; readonly url: string }> {
  return runInPage(tabId, selection, MAX_HTML_LENGTH);
}

/** `read` runs inside the page and must be self-contained. */
async function runInPage<T>(tabId: number, read: (maxLength: number) => T, maxLength: number): Promise<T> {
  let frames: chrome.scripting.InjectionResult<Awaited<T>>[];
  try {
    frames = await chrome.scripting.executeScript({ target: { tabId }, func: read, args: [maxLength] });
  } catch (cause) {
    throw toReadError(cause);
  }
  const result = frames[0]?.result;
  if (result) return result;
  throw new PermissionError("Chrome gave no content for this page: reload it and ask again");
}

/** Chrome distinguishes its errors by message alone. Access to the site does not solve these. */
const UNSCRIPTABLE = /chrome:\/\/|contents of url|error page|gallery/;

function toReadError(cause: unknown): ReadItemError | PermissionError {
  if (cause instanceof Error && UNSCRIPTABLE.test(cause.message)) {
    return new ReadItemError(
      "Cannot read this tab: browser pages, error pages and the Web Store are closed to extensions; open a web page and ask again",
      { cause },
    );
  }
  return new PermissionError(
    "Chrome does not let Atlas read this page: right-click it and choose “Ask Atlas about this page”",
    { cause },
  );
}

/** The active tab. */
export async function activeTabId(): Promise<number> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined)
    throw new PermissionError("There is no open page to read: open one and ask again");
  return tab.id;
}

/** Runs inside the page and must be self-contained. */
function snapshot(maxLength: number): RawPageContent {
  const html = document.documentElement.outerHTML;
  return {
    contentType: document.contentType,
    url: location.href,
    title: document.title,
    html: html.slice(0, maxLength),
    length: html.length,
  };
}

/** Runs inside the page, too. */
function selection(maxLength: number) {
  return {
    text: String(document.getSelection() ?? "").slice(0, maxLength),
    title: document.title,
    url: location.href,
  };
}
