/** Tells when another context of the extension has ended, which a message port does not. */
export interface Presence {
  /** Marks this context as alive under a name of its own until it ends, or the signal aborts. */
  announce(name: string, signal?: AbortSignal): Promise<void>;
  /** Calls `onGone` once the context with this name has ended, at once where there is none; never after an abort. */
  watch(name: string, onGone: () => void, signal: AbortSignal): void;
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
