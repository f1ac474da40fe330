/** Connector ids by the optional browser API whose events keep them fresh. */
type Touched = "bookmarks" | "history" | "reading-list";

/**
 * Reports which source changed. Must run in the first turn of the service worker so that Chrome wakes it for
 * these events; APIs whose permission is not granted do not exist, so run it again when one is.
 */
export function listenToSources(touched: (connectorId: Touched) => void): void {
  for (const [api, connectorId] of SOURCES) {
    if (listening.has(connectorId)) continue;
    const events = api();
    if (events.length === 0) continue;
    listening.add(connectorId);
    for (const event of events) event.addListener(() => touched(connectorId));
  }
}

/**
 * Reports changes of the open tabs, only where the person allowed Atlas to see them: chrome.tabs exists without
 * the permission too, and listening would wake the service worker on every page load for nothing.
 */
export async function listenToTabs(changed: () => void): Promise<void> {
  if (listeningToTabs || !(await chrome.permissions.contains({ permissions: ["tabs"] }))) return;
  listeningToTabs = true;
  chrome.tabs.onRemoved.addListener(changed);
  chrome.tabs.onUpdated.addListener((_tabId, change) => {
    if (change.status === "complete") changed();
  });
}

/** Calls `listener` after the person grants something new. */
export function onPermissionsAdded(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
}

const listening = new Set<Touched>();
let listeningToTabs = false;

type AnyEvent = { addListener(listener: () => void): void };

const SOURCES: readonly (readonly [() => readonly AnyEvent[], Touched])[] = [
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
