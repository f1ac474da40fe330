import { onWake, wakeAt } from "../platform/alarm";
import { listenToSources, listenToTabs, onPermissionsAdded } from "../platform/source-events";
import { stayAwake } from "../platform/stay-awake";
import { pokeEngine } from "./engine";
import { ingest } from "./ingest";

/** Events come in bursts (an import, a folder of bookmarks removed); one sync serves a burst. */
const BURST_MS = 1_000;

/** Longest sleep between two looks at what is due. */
const LONGEST_MS = 6 * 60 * 60 * 1_000;

/** Binds what keeps sources fresh: their events, and an alarm for what is due. */
export function bindSync(): void {
  listenToSources(touch);
  void listenToTabs(() => touch("open-tabs"));
  onPermissionsAdded(() => {
    listenToSources(touch);
    void listenToTabs(() => touch("open-tabs"));
  });
  onWake(() => void runDue());
}

/** Runs every sync that is due or was cut off. */
export async function runDue(): Promise<void> {
  await runSync(() => ingest().syncDue());
}

/**
 * Runs work on sources so that it survives the end of this service worker: an alarm is set before, and after it
 * one for what comes next. While the engine has a backlog that is soon, because Chrome may have closed its page.
 */
export async function runSync(work: () => Promise<void>): Promise<void> {
  await wakeAt(0);
  await stayAwake(work());
  const sources = await ingest().list();
  const backlog = sources.some(({ counts }) => counts.pending > 0);
  if (backlog) await pokeEngine();
  const due = sources.filter(({ source }) => source.state !== "paused").map(({ source }) => source.dueAt);
  await wakeAt(backlog ? 0 : Math.min(Date.now() + LONGEST_MS, ...due));
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function touch(connectorId: string): void {
  clearTimeout(waiting.get(connectorId));
  waiting.set(
    connectorId,
    setTimeout(() => {
      waiting.delete(connectorId);
      void runSync(() => ingest().touch(connectorId));
    }, BURST_MS),
  );
}
