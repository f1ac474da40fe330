import type { RunningTurns } from "../../engine/chat/create-running-turns";
import type { Search } from "../../engine/create-search";
import type { ChatStore } from "../../engine/ports/chat-store";
import type { EgressLog } from "../../engine/ports/egress-log";
import type { EngineHandlers } from "../messaging/port/engine-server";
import { answerHandlers } from "./answer/answer-handlers";
import { chatHandlers } from "./answer/chat-handlers";
import type { Drainer } from "./drainer";
import { focusHandlers } from "./focus/focus-handlers";
import type { AttachmentDeps } from "./focus/open-attachment";
import type { WorkerModels } from "./llm/worker-models";

export interface EngineHandlersDeps {
  /** Rejects while the index cannot be opened; every message that needs it rejects with the reason. */
  readonly open: () => Promise<Pick<Search, "status" | "suggest" | "document" | "openFocus" | "closeFocus">>;
  readonly models: Pick<WorkerModels, "ready">;
  readonly drainer: Drainer;
  readonly running: RunningTurns;
  readonly chats: ChatStore;
  readonly egress: Pick<EgressLog, "list">;
  readonly attachments: Pick<AttachmentDeps, "readBytes" | "images">;
  /** Called after a chat was renamed, pinned or deleted. */
  readonly onChange: () => void;
}

/** The table of the engine's messages and their handlers. */
export function createEngineHandlers(deps: EngineHandlersDeps): EngineHandlers {
  const { open, models, drainer, egress } = deps;
  const search = {
    document: async (sourceId: string, itemId: string) => (await open()).document(sourceId, itemId),
    openFocus: async (content: Parameters<Search["openFocus"]>[0]) => (await open()).openFocus(content),
    closeFocus: async (focusId: string) => (await open()).closeFocus(focusId),
  };
  return {
    ...answerHandlers(deps.running),
    ...chatHandlers({ ...deps, ...search }),
    ...focusHandlers({ ...deps.attachments, ...search }),
    "engine-status": async () => (await open()).status(),
    suggest: async ({ query, limit }) => (await open()).suggest(query, limit),
    "document-get": async ({ sourceId, itemId }) => (await search.document(sourceId, itemId)) ?? null,
    "model-list": async ({ fresh = false }) => (await models.ready()).overview({ fresh }),
    "model-settings": async (settings) => (await models.ready()).configure(settings),
    "model-download": async ({ modelId }) => (await models.ready()).download(modelId),
    "model-download-cancel": async ({ modelId }) => (await models.ready()).cancelDownload(modelId),
    "model-remove": async ({ modelId }) => (await models.ready()).remove(modelId),
    "egress-list": ({ offset, limit }) => egress.list({ offset, limit }),
    "outbox-drain": async () => drainer.schedule(),
  };
}
