import type { ChangeNotice } from "./protocol";

const CHANNEL = "atlas-changes";

/** Tells every open page that sources, ledger or index changed. */
export function broadcastChange(): void {
  broadcast({ type: "changed" });
}

/** Tells every open page that questions of a chat were asked or answered. */
export function broadcastChatChange(chatId: string): void {
  broadcast({ type: "changed", chatId });
}

function broadcast(notice: ChangeNotice): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(notice);
  channel.close();
}

/** While documents are indexed, changes come without a pause; what is dear to read is read this often at most. */
export const THROTTLE_MS = 2_000;

/** Calls `listener` after every change, at most once in `everyMs` milliseconds. Returns how to stop. */
export function onChange(listener: () => void, throttleMs = 200): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setTimeout> | undefined;
  channel.onmessage = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, throttleMs);
  };
  return () => {
    clearTimeout(timer);
    channel.close();
  };
}

/** Calls `listener` after every change of a chat, with its id. Returns how to stop. */
export function onChatChange(listener: (chatId: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<ChangeNotice>) => {
    if (data.chatId !== undefined) listener(data.chatId);
  };
  return () => channel.close();
}
