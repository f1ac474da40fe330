import type { ModelSpeed, ModelSpeeds } from "../../ports/model-speeds";

/** Weight of the newest answer in the average. */
const SMOOTHING = 0.3;

/** How fast models were, read once and kept up to date. */
export interface SpeedTracker {
  all(): Promise<ReadonlyMap<string, ModelSpeed>>;
  record(modelId: string, speed: ModelSpeed): Promise<void>;
}

export function createSpeedTracker(store: ModelSpeeds): SpeedTracker {
  let loading: Promise<Map<string, ModelSpeed>> | undefined;
  // Speeds that cannot be read are measured anew.
  const load = () => {
    loading ??= store.load().then(
      (stored) => new Map(stored),
      () => new Map(),
    );
    return loading;
  };
  return {
    all: load,
    record: async (modelId, speed) => {
      const known = await load();
      const before = known.get(modelId);
      const now = before ? smooth(before, speed) : speed;
      known.set(modelId, now);
      await store.save(modelId, now).catch(() => {});
    },
  };
}

function smooth(before: ModelSpeed, now: ModelSpeed): ModelSpeed {
  const mean = (a: number, b: number) => a + SMOOTHING * (b - a);
  return {
    firstTokenMs: mean(before.firstTokenMs, now.firstTokenMs),
    tokensPerSecond: mean(before.tokensPerSecond, now.tokensPerSecond),
  };
}
