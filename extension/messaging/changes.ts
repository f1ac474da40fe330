const CHANNEL = "atlas-changes";

/**
 * What changed, named for the values to read again: `sources` with their counts · `ledger`, the items of sources ·
 * `index`, its size and problems · `models` and their settings · `chats` and their turns · `vault`, whether it is locked.
 */
export type ChangeTopic = "sources" | "ledger" | "index" | "models" | "chats" | "vault";

interface ChangeNotice {
  readonly topics: readonly ChangeTopic[];
  /** The chat whose turns changed; absent where it is not one alone. */
  readonly chatId?: string;
}

/** Sends a change notice to every open page. */
export function broadcastChange(...topics: readonly ChangeTopic[]): void {
  broadcast({ topics });
}

/** Sends a change notice for the turns of one chat. */
export function broadcastChatChange(chatId: string): void {
  broadcast({ topics: ["chats"], chatId });
}

function broadcast(notice: ChangeNotice): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(notice);
  channel.close();
}

/** Throttle for values that are expensive to read: while documents are indexed, notices come continuously. */
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
