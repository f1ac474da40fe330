/** A source of the browser, as far as its events go. */
export interface ObservedSource {
  readonly id: string;
  readonly permissions: readonly string[];
  /** Names below `chrome`: "bookmarks.onCreated". */
  readonly changeEvents?: readonly string[];
}

/**
 * Reports the id of a source when one of its events says that it changed. Must run in the first turn of the service
 * worker, so that Chrome wakes it for these events. An API whose permission is not granted does not exist, so run it
 * again when one is granted; what is bound already stays as it is.
 */
export function onSourceChange(
  sources: readonly ObservedSource[],
  listener: (sourceId: string) => void,
): void {
  for (const { id, permissions, changeEvents = [] } of sources) {
    const events = changeEvents.map(findEvent);
    if (events.length === 0 || events.includes(undefined)) continue;
    const bind = () => bindOnce(id, events, () => listener(id));
    if (changeEvents.every((name) => existsOnlyWhenGranted(name))) bind();
    else void hasPermissions(permissions).then((granted) => granted && bind());
  }
}

/** Calls `listener` after the person grants something new. */
export function onPermissionsAdded(listener: () => void): void {
  chrome.permissions.onAdded.addListener(listener);
}

interface SourceEvent {
  readonly name: string;
  readonly event: { addListener(listener: (...details: readonly unknown[]) => void): void };
}

const bound = new Set<string>();

function bindOnce(id: string, events: readonly (SourceEvent | undefined)[], listener: () => void): void {
  if (bound.has(id)) return;
  bound.add(id);
  for (const found of events) {
    const isChange = found && IS_CHANGE[found.name];
    found?.event.addListener((...details) => {
      if (isChange?.(...details) ?? true) listener();
    });
  }
}

function findEvent(name: string): SourceEvent | undefined {
  const [api = "", key = ""] = name.split(".");
  const apis = chrome as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const event = apis[api]?.[key];
  return event ? { name, event: event as SourceEvent["event"] } : undefined;
}

/**
 * APIs that exist without their permission. Listening there before the person allows it would wake the service worker
 * for nothing.
 */
const ALWAYS_PRESENT: ReadonlySet<string> = new Set(["tabs"]);

function existsOnlyWhenGranted(name: string): boolean {
  return !ALWAYS_PRESENT.has(name.split(".")[0] ?? "");
}

async function hasPermissions(permissions: readonly string[]): Promise<boolean> {
  return chrome.permissions.contains({
    permissions: [...permissions] as chrome.runtime.ManifestPermission[],
  });
}

/** Events that report more than changes of what a source reads: whether one is such a change. */
const IS_CHANGE: Readonly<Record<string, (...details: readonly unknown[]) => boolean>> = {
  "tabs.onUpdated": (_tabId, change) => (change as chrome.tabs.OnUpdatedInfo).status === "complete",
};
