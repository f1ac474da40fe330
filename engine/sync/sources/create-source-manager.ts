import type { ConnectorDeclaration } from "../../connectors/connector";
import type { NewSource, SourceChange } from "../../contract/sources";
import { NotFoundError } from "../../errors/not-found-error";
import { SettingsError } from "../../errors/settings-error";
import type { PullPage } from "../../model/pull-page";
import type { Settings, Source } from "../../model/source";
import type { SourceDocument } from "../../model/source-document";
import type { Clock } from "../../ports/clock";
import type { IngestStore, SourcePatch } from "../../store/store";
import type { Sync } from "../create-sync";
import { checkSettings } from "./check-settings";

/**
 * The person's operations on sources. None of them waits for a sync: sources that became due are left to `syncDue`.
 */
export interface SourceManager {
  /** Adds a source that is due now and returns its id. Rejects with SettingsError when it cannot be added. */
  addSource(newSource: NewSource): Promise<string>;
  /** Rejects with SettingsError, or NotFoundError when the source was removed. */
  updateSource(sourceId: string, change: SourceChange): Promise<void>;
  removeSource(sourceId: string): Promise<void>;
  /** Removes one item of a source that `deliver` fills. */
  removeItem(sourceId: string, itemId: string): Promise<void>;
  /** Stores documents of a built-in source; adds the source when it does not exist. */
  deliver(connectorId: string, documents: readonly SourceDocument[]): Promise<void>;
}

export interface SourceManagerDeps {
  readonly store: IngestStore;
  readonly clock: Clock;
  readonly sync: Sync;
  /** Throws NotFoundError for an unknown connector. */
  readonly declarationOf: (connectorId: string) => ConnectorDeclaration;
  readonly onChange: () => void;
}

export function createSourceManager(deps: SourceManagerDeps): SourceManager {
  const { store, clock, sync, onChange } = deps;

  async function getSource(sourceId: string): Promise<Source> {
    const source = await store.getSource(sourceId);
    if (source === undefined) throw new NotFoundError(`Cannot change source "${sourceId}": it was removed`);
    return source;
  }

  async function commitItems(
    sourceId: string,
    page: Pick<PullPage, "documents" | "deletions">,
  ): Promise<void> {
    const { cursor = "" } = await getSource(sourceId);
    await store.commitPage(sourceId, { ...page, failures: [], cursor, done: true });
    await store.updateSource(sourceId, { lastSyncAt: clock.now() });
    onChange();
  }

  return {
    addSource: (newSource) => addSource(deps, newSource),
    updateSource: async (sourceId, change) => {
      const source = await getSource(sourceId);
      const patch = toPatch(change, {
        source,
        declaration: deps.declarationOf(source.connectorId),
        clock,
      });
      const update = () => store.updateSource(sourceId, patch);
      if (patch.state === undefined) await update();
      // A run would write over the row what it read before.
      else await sync.withoutRun(sourceId, (ended) => Promise.all([update(), ended]));
      onChange();
    },
    removeSource: async (sourceId) => {
      await sync.withoutRun(sourceId, (ended) => Promise.all([store.removeSource(sourceId), ended]));
      onChange();
    },
    removeItem: (sourceId, itemId) => commitItems(sourceId, { documents: [], deletions: [itemId] }),
    deliver: async (connectorId, documents) => {
      if ((await store.getSource(connectorId)) === undefined) await addBuiltIn(deps, connectorId);
      await commitItems(connectorId, { documents, deletions: [] });
    },
  };
}

async function addSource(deps: SourceManagerDeps, newSource: NewSource): Promise<string> {
  const { store, clock, onChange } = deps;
  const declaration = deps.declarationOf(newSource.connectorId);
  const settings = checkSettings(declaration, newSource.settings ?? {});
  const id = declaration.multiple ? (newSource.id ?? crypto.randomUUID()) : declaration.id;
  if ((await store.getSource(id)) !== undefined) {
    throw new SettingsError(`Cannot add "${declaration.name}": it is already among the sources`);
  }
  await store.addSource({
    id,
    connectorId: declaration.id,
    label: newSource.label?.trim() || declaration.name,
    settings,
    state: "idle",
    dueAt: clock.now(),
    addedAt: clock.now(),
  });
  onChange();
  return id;
}

/** Two deliveries may both find the source missing; the second one uses the source that the first one added. */
async function addBuiltIn(deps: SourceManagerDeps, connectorId: string): Promise<void> {
  try {
    await addSource(deps, { connectorId });
  } catch (thrown) {
    if ((await deps.store.getSource(connectorId)) === undefined) throw thrown;
  }
}

function toPatch(
  { label, settings, paused, deviceOnly }: SourceChange,
  { source, declaration, clock }: { source: Source; declaration: ConnectorDeclaration; clock: Clock },
): SourcePatch {
  const merged = settings && checkSettings(declaration, { ...source.settings, ...settings });
  if (merged) assertSameVendor(declaration, source, merged);
  const fields: SourcePatch = {
    label: label?.trim() || source.label,
    ...(deviceOnly !== undefined && { deviceOnly }),
    ...(merged && {
      settings: merged,
      cursor: undefined,
      progress: undefined,
      pace: undefined,
      prunedAt: undefined,
    }),
  };
  const wasPaused = source.state === "paused";
  if (paused ?? wasPaused) return { ...fields, state: "paused" };
  if (!merged && !wasPaused) return fields;
  return { ...fields, state: "idle", dueAt: clock.now(), problem: undefined, failedRuns: undefined };
}

/** The credential of one vendor must not be sent to another. */
function assertSameVendor(
  { name, service }: ConnectorDeclaration,
  { settings }: Source,
  merged: Settings,
): void {
  const key = service?.baseUrlSetting;
  if (key !== undefined && merged[key] !== settings[key]) {
    throw new SettingsError(`Cannot change the address of ${name}: connect the other one as a new source`);
  }
}
