import { useRef, useState } from "react";
import type { Chat } from "../../../engine/model/chat";
import { callEngine } from "../../messaging/call-engine";
import { changesOf, THROTTLE_MS } from "../../messaging/changes";
import { useAction } from "../../ui/use-action";
import { useLiveQuery } from "../../ui/use-live-query";
import { download, exportChats } from "./export-chats";

export type ExportFormat = "markdown" | "json";

/** The stored chats and their actions. */
export function useHistory(onDelete: (chatIds: readonly string[]) => void) {
  const [words, setWords] = useState("");
  // The query of the next read; the rendered one may be older.
  const latestWords = useRef(words);
  const live = useLiveQuery(() => callEngine("chat-list", { words: latestWords.current }), {
    subscribe: changesOf(["chats"], THROTTLE_MS),
    shouldPoll: () => false,
  });
  const action = useAction();
  const change = (work: () => Promise<unknown>) =>
    void action.run(async () => {
      await work();
      live.refresh();
    });
  return {
    chats: live.value,
    problem: action.problem ?? live.problem,
    dismiss: action.dismiss,
    words,
    search: (next: string) => {
      setWords(next);
      latestWords.current = next;
      live.refresh();
    },
    rename: ({ id }: Chat, title: string) =>
      change(() => callEngine("chat-change", { chatId: id, title: title.trim() })),
    pin: ({ id, pinned }: Chat) => change(() => callEngine("chat-change", { chatId: id, pinned: !pinned })),
    remove: (chats: readonly Chat[]) =>
      change(async () => {
        const chatIds = chats.map(({ id }) => id);
        await callEngine("chat-delete", { chatIds });
        onDelete(chatIds);
      }),
    export: (chats: readonly Chat[], format: ExportFormat) =>
      void action.run(async () => {
        const read = await Promise.all(chats.map(({ id }) => callEngine("chat-get", { chatId: id })));
        const found = read.filter((chat) => chat !== null);
        download(exportChats(found, format));
      }),
  };
}
