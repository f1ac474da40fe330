import type { ChangeNotice } from "./protocol";

const CHANNEL = "atlas-changes";

/** Tells every open page that sources, ledger or index changed. */
export function announceChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ type: "changed" } satisfies ChangeNotice);
  channel.close();
}

/** Calls `listener` after every change, at most once per animation-friendly 200 ms. Returns how to stop. */
export function onChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setTimeout> | undefined;
  channel.onmessage = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, 200);
  };
  return () => {
    clearTimeout(timer);
    channel.close();
  };
}
