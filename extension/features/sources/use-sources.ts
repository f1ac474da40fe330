import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import type { SourceSummary } from "../../../engine/contract/sources";
import { callBackground } from "../../messaging/call-background";
import { changesOf } from "../../messaging/changes";
import { useLiveQuery } from "../../ui/use-live-query";

export interface Sources {
  readonly declarations: readonly ConnectorDeclaration[];
  readonly summaries: readonly SourceSummary[];
}

/** All connectors and all sources. */
export function useSources() {
  return useLiveQuery(loadSources, {
    subscribe: changesOf(["sources"]),
    shouldPoll: ({ summaries }) => summaries.some(isInProgress),
  });
}

/** True while a source is read, has pending items, or its documents are indexed again. */
export function isInProgress({ source, counts, rebuilding }: SourceSummary): boolean {
  if (source.state === "syncing" || rebuilding !== undefined) return true;
  return source.state === "idle" && counts.pending > 0;
}

/** Reads both from the service worker. */
export async function loadSources(): Promise<Sources> {
  const [declarations, summaries] = await Promise.all([
    callBackground("connector-list", {}),
    callBackground("source-list", {}),
  ]);
  return { declarations, summaries };
}
