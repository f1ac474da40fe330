import PQueue from "p-queue";

/** A model takes much memory, which is freed after this idle time. */
export const IDLE_MS = 10 * 60_000;

/** Keeps one model in memory: the one used last, until it has been idle for a while. */
export interface ResidentModel<Model> {
  /** Waits for its turn, then loads the model unless it is loaded. A model whose work rejects is unloaded. */
  use<T>(modelId: string, work: (model: Model) => Promise<T>): Promise<T>;
}

export interface ResidentModelDeps<Model> {
  readonly open: (modelId: string) => Promise<Model>;
  readonly close: (model: Model) => Promise<void>;
}

export function createResidentModel<Model>({ open, close }: ResidentModelDeps<Model>): ResidentModel<Model> {
  const queue = new PQueue({ concurrency: 1 });
  let loaded: { readonly modelId: string; readonly model: Model } | undefined;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  async function unload(): Promise<void> {
    const last = loaded;
    loaded = undefined;
    if (last) await close(last.model);
  }

  async function load(modelId: string): Promise<Model> {
    if (loaded?.modelId === modelId) return loaded.model;
    await unload();
    const model = await open(modelId);
    loaded = { modelId, model };
    return model;
  }

  return {
    use: (modelId, work) =>
      queue.add(async () => {
        clearTimeout(idleTimer);
        try {
          return await work(await load(modelId));
        } catch (error) {
          // The error of the work counts, not one of unloading.
          await unload().catch(() => {});
          throw error;
        } finally {
          // No caller waits for it, and a model that cannot be unloaded has no remedy.
          idleTimer = setTimeout(() => void queue.add(unload).catch(() => {}), IDLE_MS);
        }
      }),
  };
}
