import type { RunningTurns } from "../../../engine/chat/create-running-turns";
import { isInProgress } from "../../../engine/chat/reduce-turn";
import { suggestFollowUps } from "../../../engine/chat/suggest-follow-ups";
import type { TurnRef } from "../../../engine/contract/ask";
import { EngineGoneError } from "../../../engine/errors/engine-gone-error";
import { toPlainError } from "../../../engine/errors/to-plain-error";
import { english } from "../../../engine/language/english/english";
import type { Turn } from "../../../engine/model/chat";
import type { Document } from "../../../engine/model/document";
import type { ChatStore } from "../../../engine/ports/chat-store";
import type { EngineHandlers } from "../../messaging/engine-server";

type ChatMessage = "chat-list" | "chat-get" | "chat-change" | "chat-delete" | "follow-ups";

interface ChatHandlerDeps {
  readonly chats: ChatStore;
  readonly running: RunningTurns;
  readonly document: (sourceId: string, itemId: string) => Promise<Document | undefined>;
  /** Called whenever a chat has changed. */
  readonly onChange: () => void;
}

/** Documents that are read for follow-up questions: those cited first. */
const MAX_DOCUMENTS = 2;

/** The history's messages, bound to what answers them. */
export function chatHandlers({
  chats,
  running,
  document,
  onChange,
}: ChatHandlerDeps): Pick<EngineHandlers, ChatMessage> {
  const withCurrentStatus = (turn: Turn): Turn => {
    if (!isInProgress(turn) || running.isRunning(turn)) return turn;
    const problem = toPlainError(new EngineGoneError(INTERRUPTED_MESSAGE));
    return running.stoppedTurn(turn) ?? { ...turn, status: "failed", problem };
  };
  const findTurn = async ({ chatId, id }: TurnRef) =>
    (await chats.get(chatId))?.turns.find((turn) => turn.id === id);

  return {
    "chat-list": ({ words }) => chats.list(words),
    "chat-get": async ({ chatId, ...options }) => {
      const found = await chats.get(chatId, options);
      return found ? { ...found, turns: found.turns.map(withCurrentStatus) } : null;
    },
    "chat-change": async ({ chatId, ...patch }) => {
      await chats.change(chatId, patch);
      onChange();
    },
    "chat-delete": async ({ chatIds }) => {
      for (const chatId of chatIds) running.stopChat(chatId);
      await chats.delete(chatIds);
      onChange();
    },
    "follow-ups": async (turnRef) => {
      const turn = await findTurn(turnRef);
      if (!turn) return [];
      const cited = new Map(
        turn.citations.map((citation) => [`${citation.sourceId} ${citation.itemId}`, citation]),
      );
      const reading = [...cited.values()]
        .slice(0, MAX_DOCUMENTS)
        .map(({ sourceId, itemId }) => document(sourceId, itemId));
      const documents = (await Promise.all(reading)).filter((found) => found !== undefined);
      return suggestFollowUps(turn, documents, english);
    },
  };
}

const INTERRUPTED_MESSAGE = "The browser or the engine was closed before the answer came: ask again";
