import { callBackground } from "../../../messaging/call-background";
import { callEngine } from "../../../messaging/call-engine";
import { changesOf } from "../../../messaging/changes";
import { useLiveQuery } from "../../../ui/use-live-query";
import { formatStorageWarning } from "./format-storage-warning";

export interface StorageStats {
  readonly documents: number;
  readonly chunks: number;
  readonly indexBytes: number;
  /** All data of Atlas in this profile: index, texts, ledger, models. */
  readonly diskBytes: number;
  readonly problems: readonly string[];
  readonly backlog: number;
  /** Present when the browser's storage is nearly full. */
  readonly warning: string | undefined;
}

/** The amount of stored data, kept current during indexing. */
export function useStorage() {
  return useLiveQuery(load, {
    subscribe: changesOf(["index", "sources"]),
    shouldPoll: ({ backlog }) => backlog > 0,
  });
}

async function load(): Promise<StorageStats> {
  const [status, estimate, summaries] = await Promise.all([
    callEngine("engine-status", {}),
    navigator.storage.estimate(),
    callBackground("source-list", {}),
  ]);
  return {
    documents: status.stats.documents,
    chunks: status.stats.chunks,
    indexBytes: status.stats.savedBytes,
    diskBytes: estimate.usage ?? 0,
    problems: status.problems,
    backlog: status.backlog.entries,
    warning: formatStorageWarning({
      used: estimate.usage ?? 0,
      quota: estimate.quota ?? 0,
      index: status.stats.savedBytes,
      sources: summaries.map(({ source, counts }) => ({ label: source.label, documents: counts.indexed })),
    }),
  };
}
