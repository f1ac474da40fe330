import { connectors } from "../../../engine/connectors/registry";
import { onAlarm, setAlarm } from "../../platform/alarm";
import { keepAlive } from "../../platform/keep-alive";
import { onPermissionsAdded, onSourceChange } from "../../platform/source-events";
import { notifyEngine } from "../engine";
import { ingest } from "./ingest";

/** Events come in bursts (an import, a folder of bookmarks removed); one sync serves a burst. */
const DEBOUNCE_MS = 1_000;

/** Longest sleep between two looks at what is due. */
const MAX_SLEEP_MS = 6 * 60 * 60 * 1_000;

/** Binds what keeps sources fresh: their events, and an alarm for what is due. */
export function bindSync(): void {
  const sources = connectors.map(({ declaration }) => declaration);
  onSourceChange(sources, touch);
  onPermissionsAdded(() => onSourceChange(sources, touch));
  onAlarm(() => void runDue());
}

/** Runs every sync that is due or was cut off. */
export async function runDue(): Promise<void> {
  await runSync(() => ingest().syncDue());
}

/**
 * Runs work on sources so that it survives the end of this service worker: an alarm is set before, and after it
 * one for what comes next. While the engine has a backlog that is soon, because Chrome may have closed its page.
 * Never rejects.
 */
export async function runSync(work: () => Promise<void>): Promise<void> {
  try {
    await setAlarm(0);
    await keepAlive(work());
    const sources = await ingest().list();
    const backlog = sources.some(({ counts }) => counts.pending > 0);
    if (backlog) await notifyEngine();
    const due = sources.filter(({ source }) => source.state !== "paused").map(({ source }) => source.dueAt);
    await setAlarm(backlog ? 0 : Math.min(Date.now() + MAX_SLEEP_MS, ...due));
  } catch (error) {
    // A source keeps its own failures. This is one of the store or the engine's page: the first alarm tries again.
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
