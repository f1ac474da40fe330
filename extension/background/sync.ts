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

/** Runs every sync that is due, then sets the alarm for the next one. */
export async function runDue(): Promise<void> {
  // Set first: if this life of the service worker ends midway, the alarm starts the next one.
  await wakeAt(0);
  await stayAwake(ingest().syncDue());
  const sources = await ingest().list();
  if (sources.some(({ counts }) => counts.pending > 0)) await pokeEngine();
  const due = sources.filter(({ source }) => source.state !== "paused").map(({ source }) => source.dueAt);
  await wakeAt(Math.min(Date.now() + LONGEST_MS, ...due));
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function touch(connectorId: string): void {
  clearTimeout(waiting.get(connectorId));
  waiting.set(
    connectorId,
    setTimeout(() => {
      waiting.delete(connectorId);
      void stayAwake(ingest().touch(connectorId));
    }, BURST_MS),
  );
}
