/** Connector ids by the optional browser API whose events keep them fresh. */
type SourceEventConnector = "bookmarks" | "history" | "reading-list";

/**
 * Reports which source changed. Must run in the first turn of the service worker so that Chrome wakes it for
 * these events; APIs whose permission is not granted do not exist, so run it again when one is.
 */
export function onSourceChange(listener: (connectorId: SourceEventConnector) => void): void {
  for (const [api, connectorId] of SOURCES) {
    if (boundConnectors.has(connectorId)) continue;
    const events = api();
    if (events.length === 0) continue;
    boundConnectors.add(connectorId);
    for (const event of events) event.addListener(() => listener(connectorId));
  }
}

/**
 * Reports changes of the open tabs, only where the person allowed Atlas to see them: chrome.tabs exists without
 * the permission too, and listening would wake the service worker on every page load for nothing.
 */
export async function onTabsChange(listener: () => void): Promise<void> {
  if (isBoundToTabs || !(await chrome.permissions.contains({ permissions: ["tabs"] }))) return;
  isBoundToTabs = true;
  chrome.tabs.onRemoved.addListener(listener);
  chrome.tabs.onUpdated.addListener((_tabId, change) => {
    if (change.status === "complete") listener();
  });
}

/** Calls `listener` after the person grants something new. */
export function onPermissionsAdded(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
}

const boundConnectors = new Set<SourceEventConnector>();
let isBoundToTabs = false;

type AnyEvent = { addListener(listener: () => void): void };

const SOURCES: readonly (readonly [() => readonly AnyEvent[], SourceEventConnector])[] = [
  [
    () =>
      chrome.bookmarks
        ? [
            chrome.bookmarks.onCreated,
            chrome.bookmarks.onRemoved,
            chrome.bookmarks.onChanged,
            chrome.bookmarks.onMoved,
            chrome.bookmarks.onImportEnded,
          ]
        : [],
    "bookmarks",
  ],
  [() => (chrome.history ? [chrome.history.onVisited, chrome.history.onVisitRemoved] : []), "history"],
  [
    () =>
      chrome.readingList
        ? [
            chrome.readingList.onEntryAdded,
            chrome.readingList.onEntryRemoved,
            chrome.readingList.onEntryUpdated,
          ]
        : [],
    "reading-list",
  ],
];
