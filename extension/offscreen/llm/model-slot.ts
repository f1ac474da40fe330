import PQueue from "p-queue";

/** A model takes much memory, which others want back once nobody has asked for so long. */
export const IDLE_MS = 10 * 60_000;

/** Keeps one model in memory: the one asked for last, until nobody asks for a while. */
export interface ModelSlot<Model> {
  /** Waits for its turn, then loads the model unless it is loaded. A model whose work rejects is let go. */
  use<T>(modelId: string, work: (model: Model) => Promise<T>): Promise<T>;
}

export interface ModelSlotParts<Model> {
  readonly open: (modelId: string) => Promise<Model>;
  readonly close: (model: Model) => Promise<void>;
}

export function createModelSlot<Model>({ open, close }: ModelSlotParts<Model>): ModelSlot<Model> {
  const turns = new PQueue({ concurrency: 1 });
  let held: { readonly modelId: string; readonly model: Model } | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  async function letGo(): Promise<void> {
    const last = held;
    held = undefined;
    if (last) await close(last.model);
  }

  async function hold(modelId: string): Promise<Model> {
    if (held?.modelId === modelId) return held.model;
    await letGo();
    const model = await open(modelId);
    held = { modelId, model };
    return model;
  }

  return {
    use: (modelId, work) =>
      turns.add(async () => {
        clearTimeout(idle);
        try {
          return await work(await hold(modelId));
        } catch (error) {
          // What it failed with counts, not what closing it may say.
          await letGo().catch(() => {});
          throw error;
        } finally {
          idle = setTimeout(() => void turns.add(letGo), IDLE_MS);
        }
      }),
  };
}
