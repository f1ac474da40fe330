import type { ChangeNotice } from "./protocol";

const CHANNEL = "atlas-changes";

/** Tells every open page that sources, ledger or index changed. */
export function announceChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ type: "changed" } satisfies ChangeNotice);
  channel.close();
}

/** While documents are indexed, changes come without a pause; what is dear to read is read this often at most. */
export const SELDOM = 2_000;

/** Calls `listener` after every change, at most once in `everyMs` milliseconds. Returns how to stop. */
export function onChange(listener: () => void, everyMs = 200): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setTimeout> | undefined;
  channel.onmessage = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, everyMs);
  };
  return () => {
    clearTimeout(timer);
    channel.close();
  };
}
