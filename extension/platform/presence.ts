/** Detects the end of another context of the extension; a message port has no event for it. */
export interface Presence {
  /** Marks this context as alive under a name of its own until it ends, or the signal aborts. */
  announce(name: string, signal?: AbortSignal): Promise<void>;
  /** Calls `onGone` once the context with this name has ended, at once where none has it; never after an abort. */
  watch(name: string, onGone: () => void, signal: AbortSignal): void;
}

/** Announces a context once, however often it is called; an announcement that failed is made again. */
export function announceOnce(presence: Pick<Presence, "announce">, name: string): () => Promise<void> {
  let announced: Promise<void> | undefined;
  return () => {
    announced ??= presence.announce(name).catch((error) => {
      announced = undefined;
      throw error;
    });
    return announced;
  };
}

/** A lock is released when the context that holds it ends, however it ends. */
export const webLocks: Presence = {
  announce: (name, signal) =>
    new Promise((resolve, reject) => {
      const held = new Promise<void>((release) => signal?.addEventListener("abort", () => release()));
      const hold = () => {
        resolve();
        return held;
      };
      navigator.locks.request(name, hold).catch(reject);
    }),
  watch: (name, onGone, signal) => {
    navigator.locks.request(name, { mode: "shared", signal }, () => onGone()).catch(() => {});
  },
};
