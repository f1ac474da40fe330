import { AtlasError } from "./atlas-error";

/** The index in memory is based on segments the store no longer has. Nothing was written; open the index again. */
export class StaleIndexError extends AtlasError {
  constructor(segmentId: number, options?: { cause?: unknown }) {
    super(
      "stale-index",
      `Cannot commit the index: segment ${segmentId} is not stored any more; open the index again`,
      options,
    );
  }
}
