import type { RunningTurns } from "../../engine/chat/create-running-turns";
import type { Search } from "../../engine/create-search";
import type { ChatStore } from "../../engine/ports/chat-store";
import type { EgressLog } from "../../engine/ports/egress-log";
import type { EngineHandlers } from "../messaging/engine-server";
import { answerHandlers } from "./answer/answer-handlers";
import { chatHandlers } from "./answer/chat-handlers";
import type { Drainer } from "./drainer";
import { focusHandlers } from "./focus/focus-handlers";
import type { AttachmentDeps } from "./focus/open-attachment";
import type { WorkerModels } from "./llm/worker-models";

export interface EngineHandlersDeps {
  /** Rejects when the index cannot be opened; every message that needs it then fails with the reason. */
  readonly opening: Promise<Pick<Search, "status" | "suggest" | "document" | "openFocus" | "closeFocus">>;
  readonly models: Pick<WorkerModels, "ready">;
  readonly drainer: Drainer;
  readonly running: RunningTurns;
  readonly chats: ChatStore;
  readonly egress: Pick<EgressLog, "list">;
  readonly attachments: Pick<AttachmentDeps, "readBytes" | "images">;
  /** Called whenever a chat was changed or deleted by the person. */
  readonly onChange: () => void;
}

/** Every message the engine answers, bound to what does it. */
export function createEngineHandlers(deps: EngineHandlersDeps): EngineHandlers {
  const { opening, models, drainer, egress } = deps;
  const search = {
    document: async (sourceId: string, itemId: string) => (await opening).document(sourceId, itemId),
    openFocus: async (content: Parameters<Search["openFocus"]>[0]) => (await opening).openFocus(content),
    closeFocus: async (focusId: string) => (await opening).closeFocus(focusId),
  };
  return {
    ...answerHandlers(deps.running),
    ...chatHandlers({ ...deps, ...search }),
    ...focusHandlers({ ...deps.attachments, ...search }),
    "engine-status": async () => (await opening).status(),
    suggest: async ({ query, limit }) => (await opening).suggest(query, limit),
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
