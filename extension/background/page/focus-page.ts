import type { FocusContent, FocusSummary } from "../../../engine/contract/focus";
import { ReadItemError } from "../../../engine/errors/read-item-error";
import { hasAccess } from "../../platform/permissions";
import { activeTabId, readPage, readSelection } from "../../platform/read-page";
import { callEngine } from "../engine";
import { fetchLink } from "./fetch-link";

/** Reads a tab's page (the active one's by default) and opens a focus on it. */
export async function focusPage(tabId?: number): Promise<FocusSummary> {
  const { url, title, html, note } = await readPage(tabId ?? (await activeTabId()));
  return openFocus({
    ...{ kind: "page", title, url, mediaType: "text/html", text: html },
    ...(note !== undefined && { note }),
  });
}

/** Opens a focus on text the person has selected in a page. */
export async function focusSelection(
  text: string,
  page: { title: string; url: string },
): Promise<FocusSummary> {
  return openFocus({ kind: "selection", ...page, mediaType: "text/plain", text });
}

/** Opens a focus on what is selected in the tab the person is looking at. ReadItemError when nothing is. */
export async function focusActiveSelection(): Promise<FocusSummary> {
  const { text, ...page } = await readSelection(await activeTabId());
  if (text.trim() === "") throw new ReadItemError("Nothing is selected on the page: select some text first");
  return focusSelection(text, page);
}

/** Fetches a link's page and opens a focus on it. The site must be allowed, see `canReadLink`. */
export async function focusLink(url: string): Promise<FocusSummary> {
  return openFocus(await fetchLink(url));
}

/** The host pattern that covers a link. */
export function toHostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** True when the person has allowed Atlas to read the link's site. */
export async function canReadLink(url: string): Promise<boolean> {
  return hasAccess([], [toHostPattern(url)]);
}

async function openFocus(content: FocusContent): Promise<FocusSummary> {
  return callEngine("focus-open", content);
}
