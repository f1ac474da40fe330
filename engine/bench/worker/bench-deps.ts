import type { BlobStore } from "./blob-store";
import type { JobSteps } from "./job-steps";
import type { MemoryMeter } from "./memory-meter";

/** What every measurement works with. */
export interface BenchDeps {
  readonly steps: JobSteps;
  readonly memory: MemoryMeter;
  readonly store: BlobStore;
}
