import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { ConversationDeps } from "../../../../engine/chat/conversation";
import { createConversation } from "../../../../engine/chat/create-conversation";
import { isInProgress } from "../../../../engine/chat/reduce-turn";
import { ask, followAnswer } from "../../../messaging/ask";
import { callEngine } from "../../../messaging/call-engine";
import { onChatChange } from "../../../messaging/changes";
import { readOpenChat, saveOpenChat } from "../../../platform/open-chat";

/**
 * The chat that the panel shows, and what can be done with it. With `shouldRestore`, it starts as the chat that was
 * open last in this session of the browser.
 */
export function useConversation({ shouldRestore }: { readonly shouldRestore: boolean }) {
  const [conversation] = useState(() => createConversation(createDeps()));
  const state = useSyncExternalStore(conversation.subscribe, conversation.getSnapshot);
  const restore = useEffectEvent(() => {
    // A chat that cannot be loaded leaves the panel with an empty one.
    if (shouldRestore) conversation.restore().catch(() => {});
  });
  useEffect(() => {
    const disconnect = conversation.connect();
    restore();
    return disconnect;
  }, [conversation]);
  const { ask, retry, stop, open, startChat } = conversation;
  return { ...state, streaming: state.turns.some(isInProgress), ask, retry, stop, open, startChat };
}

function createDeps(): ConversationDeps {
  return {
    ask,
    follow: followAnswer,
    loadChat: (chatId, options) => callEngine("chat-get", { chatId, ...options }),
    onChatChange,
    readOpenChat,
    saveOpenChat,
    createChatId: () => crypto.randomUUID(),
    clock: { now: () => Date.now() },
  };
}
