import type { ModelSpeed, ModelSpeeds } from "../ports/model-speeds";

/** Weight of the newest answer in the average. */
const WEIGHT = 0.3;

/** How fast models were, read once and kept up to date. */
export interface SpeedMemory {
  all(): Promise<ReadonlyMap<string, ModelSpeed>>;
  remember(modelId: string, speed: ModelSpeed): Promise<void>;
}

export function createSpeedMemory(store: ModelSpeeds): SpeedMemory {
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
    remember: async (modelId, speed) => {
      const known = await load();
      const before = known.get(modelId);
      const now = before ? mix(before, speed) : speed;
      known.set(modelId, now);
      await store.save(modelId, now).catch(() => {});
    },
  };
}

function mix(before: ModelSpeed, now: ModelSpeed): ModelSpeed {
  const mean = (a: number, b: number) => a + WEIGHT * (b - a);
  return {
    firstTokenMs: mean(before.firstTokenMs, now.firstTokenMs),
    tokensPerSecond: mean(before.tokensPerSecond, now.tokensPerSecond),
  };
}
