import type { LedgerCounts } from "../../../../engine/model/ledger";
import type { Source } from "../../../../engine/model/source";
import { formatAge } from "../../../ui/format-age";

/** What a source is doing now, in a few words; `now` in milliseconds since the epoch. */
export function formatSourceState(source: Source, { pending }: LedgerCounts, now: number): string {
  switch (source.state) {
    case "syncing":
      return pending > 0 ? "Indexing…" : "Looking for what is new…";
    case "paused":
      return "Paused";
    case "waiting":
      return source.problem?.code === "disconnected" ? "Disconnected" : "Waiting for you";
    case "failed":
      return "Stopped by a problem";
    case "idle":
      if (pending > 0) return "Indexing…";
      return source.lastSyncAt === undefined ? "Not read yet" : `Synced ${formatAge(source.lastSyncAt, now)}`;
  }
}
