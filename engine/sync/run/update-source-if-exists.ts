import { hasCode } from "../../errors/error-code";
import type { IngestStore, SourcePatch } from "../../store/store";

export interface UpdateSourceDeps {
  readonly store: Pick<IngestStore, "updateSource">;
  readonly onChange: () => void;
}

/** Updates a source's row and reports the change. Does nothing for a source that was removed meanwhile. */
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
