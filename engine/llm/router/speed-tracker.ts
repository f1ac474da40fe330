import type { ModelSpeed, ModelSpeeds } from "../../ports/model-speeds";

/** Weight of the newest answer in the average. */
const SMOOTHING = 0.3;

/** The measured speeds of models, loaded once and updated. */
export interface SpeedTracker {
  all(): Promise<ReadonlyMap<string, ModelSpeed>>;
  record(modelId: string, speed: ModelSpeed): Promise<void>;
}

export function createSpeedTracker(store: ModelSpeeds): SpeedTracker {
  let loading: Promise<Map<string, ModelSpeed>> | undefined;
  // Speeds that cannot be loaded are measured again.
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
