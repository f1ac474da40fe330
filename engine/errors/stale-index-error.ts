import { AtlasError } from "./atlas-error";

/** The index in memory builds on segments the store no longer has; open the index again. Nothing was written. */
export class StaleIndexError extends AtlasError {
  constructor(segmentId: number, options?: { cause?: unknown }) {
    super(
      "stale-index",
      `Cannot commit the index: segment ${segmentId} is not stored any more; open the index again`,
      options,
    );
  }
}
