import type { SourceSummary } from "../../../../engine/contract/sources";
import { callBackground } from "../../../messaging/call-background";
import { changesOf } from "../../../messaging/changes";
import { toIconName } from "../../../ui/icons/to-icon-name";
import { useLiveQuery } from "../../../ui/use-live-query";
import { type IndexProgress, sumIndexProgress } from "../conversation/sum-index-progress";
import type { SourceChoice } from "./source-chips";

interface SourceChoices {
  /** Absent before the first read. */
  readonly choices?: readonly SourceChoice[];
  readonly progress?: IndexProgress;
  readonly problem?: string;
  readonly refresh: () => void;
}

/** The sources to select from, and the progress of indexing. */
export function useSourceChoices(): SourceChoices {
  const { value, ...live } = useLiveQuery(load, {
    subscribe: changesOf(["sources"]),
    shouldPoll: ({ summaries }) => sumIndexProgress(summaries).busy,
  });
  if (!value) return live;
  const choices = value.summaries.map(({ source: { id, label, connectorId } }) => ({
    id,
    label,
    icon: toIconName(value.icons.get(connectorId) ?? "page"),
  }));
  return { ...live, choices, progress: sumIndexProgress(value.summaries) };
}

async function load(): Promise<{
  summaries: readonly SourceSummary[];
  icons: ReadonlyMap<string, string>;
}> {
  const [declarations, summaries] = await Promise.all([
    callBackground("connector-list", {}),
    callBackground("source-list", {}),
  ]);
  return { summaries, icons: new Map(declarations.map(({ id, icon }) => [id, icon])) };
}
