import { hasCode } from "../../errors/error-code";
import type { IngestStore, SourcePatch } from "../../store/store";

export interface UpdateSourceDeps {
  readonly store: Pick<IngestStore, "updateSource">;
  readonly onChange: () => void;
}

/** Changes a source's row and tells. A source the person removed meanwhile is none of sync's business any more. */
export async function updateSourceIfExists(
  { store, onChange }: UpdateSourceDeps,
  sourceId: string,
  patch: SourcePatch,
): Promise<void> {
  try {
    await store.updateSource(sourceId, patch);
  } catch (thrown) {
    if (!hasCode(thrown, "not-found")) throw thrown;
  }
  onChange();
}
