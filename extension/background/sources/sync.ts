import { connectors } from "../../../engine/connectors/registry";
import { onAlarm, setAlarm } from "../../platform/alarm";
import { keepAlive } from "../../platform/keep-alive";
import { onPermissionsAdded, onSourceChange } from "../../platform/source-events";
import { notifyEngine } from "../engine";
import { ingest } from "./ingest";

/** Events come in bursts (an import, a folder of bookmarks removed); one sync serves a burst. */
const DEBOUNCE_MS = 1_000;

/** Longest time between two checks for due sources. */
const MAX_SLEEP_MS = 6 * 60 * 60 * 1_000;

/** Binds the triggers of syncs: events of sources, and an alarm for due sources. */
export function bindSync(): void {
  const sources = connectors.map(({ declaration }) => declaration);
  onSourceChange(sources, touch);
  onPermissionsAdded(() => onSourceChange(sources, touch));
  onAlarm(() => void runDue());
}

/** Runs every sync that is due or was interrupted. */
export async function runDue(): Promise<void> {
  await runSync(() => ingest().syncDue());
}

/**
 * Runs work on sources so that the end of the service worker does not stop it: an alarm is set before, and after it
 * one for the next due source. With a backlog it is set as early as possible, because Chrome may have closed the page
 * of the engine.
 * Never rejects.
 */
export async function runSync(work: () => Promise<void>): Promise<void> {
  try {
    await setAlarm(0);
    await keepAlive(work());
    const sources = await ingest().list();
    const backlog = sources.some(({ counts, rebuilding = 0 }) => counts.pending + rebuilding > 0);
    if (backlog) await notifyEngine();
    const due = sources.filter(({ source }) => source.state !== "paused").map(({ source }) => source.dueAt);
    await setAlarm(backlog ? 0 : Math.min(Date.now() + MAX_SLEEP_MS, ...due));
  } catch (error) {
    // Failures of a source are stored with it. This is one of the store or of the engine's page: the alarm retries.
    reportError(error);
  }
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

function touch(connectorId: string): void {
  clearTimeout(timers.get(connectorId));
  timers.set(
    connectorId,
    setTimeout(() => {
      timers.delete(connectorId);
      void runSync(() => ingest().touch(connectorId));
    }, DEBOUNCE_MS),
  );
}
