const CHANNEL = "atlas-changes";

/**
 * What changed, named for what is read again: `sources` with their counts · `ledger`, the items of sources · `index`,
 * its size and problems · `models` and their settings · `chats` and their turns · `vault`, whether it is locked.
 */
export type ChangeTopic = "sources" | "ledger" | "index" | "models" | "chats" | "vault";

interface ChangeNotice {
  readonly topics: readonly ChangeTopic[];
  /** The chat whose turns changed; absent where it is not one alone. */
  readonly chatId?: string;
}

/** Tells every open page what changed. */
export function broadcastChange(...topics: readonly ChangeTopic[]): void {
  broadcast({ topics });
}

/** Tells every open page that questions of a chat were asked or answered. */
export function broadcastChatChange(chatId: string): void {
  broadcast({ topics: ["chats"], chatId });
}

function broadcast(notice: ChangeNotice): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(notice);
  channel.close();
}

/** While documents are indexed, changes come without a pause; what is dear to read is read this often at most. */
export const THROTTLE_MS = 2_000;

/**
 * Subscribes to changes of these topics: the listener is called after every one of them, at most once in `throttleMs`
 * milliseconds. Returns how to stop.
 */
export function changesOf(
  topics: readonly ChangeTopic[],
  throttleMs = 200,
): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onNotice((notice) => {
      if (!notice.topics.some((topic) => topics.includes(topic))) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, throttleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
}

/** Calls `listener` after every change of a chat's turns, with its id. Returns how to stop. */
export function onChatChange(listener: (chatId: string) => void): () => void {
  return onNotice(({ chatId }) => {
    if (chatId !== undefined) listener(chatId);
  });
}

function onNotice(listener: (notice: ChangeNotice) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<ChangeNotice>) => listener(data);
  return () => channel.close();
}
