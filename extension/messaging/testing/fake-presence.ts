import type { Presence } from "../../platform/presence";

export interface FakePresence extends Presence {
  /** Names of the contexts that are alive, the oldest first. */
  readonly alive: readonly string[];
  /** The context with this name ends. */
  end(name: string): void;
}

/** Contexts that end when a test says so. */
export function createFakePresence(): FakePresence {
  const alive: string[] = [];
  const watchers: { readonly name: string; readonly onGone: () => void; readonly signal: AbortSignal }[] = [];
  return {
    alive,
    announce: async (name) => void alive.push(name),
    watch: (name, onGone, signal) => {
      if (alive.includes(name)) watchers.push({ name, onGone, signal });
      else queueMicrotask(onGone);
    },
    end: (name) => {
      alive.splice(alive.indexOf(name), 1);
      for (const watcher of watchers) {
        if (watcher.name === name && !watcher.signal.aborted) watcher.onGone();
      }
    },
  };
}
