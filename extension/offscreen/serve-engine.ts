import * as Comlink from "comlink";
import { createRunningTurns } from "../../engine/chat/create-running-turns";
import type { FocusContent } from "../../engine/contract/focus";
import { openStore } from "../../engine/store/open-store";
import { ASK_PORT } from "../messaging/ask";
import { ATTACH_PORT } from "../messaging/attach-file";
import { broadcastChange, broadcastChatChange } from "../messaging/changes";
import { serve } from "../messaging/serve";
import { STORE_NAME } from "../messaging/store-name";
import { extensionUrl, onOwnPort } from "../platform/runtime";
import { answerByEngine } from "./answer/answer-by-engine";
import { chatHandlers } from "./answer/chat-handlers";
import { serveAnswer } from "./answer/serve-answer";
import type { EngineApi } from "./engine-api";
import { focusHandlers } from "./focus/focus-handlers";
import { serveAttachment } from "./focus/serve-attachment";
import { startModels } from "./llm/page/start-models";
import { startOcr } from "./ocr/start-ocr";

/** Starts the engine worker and answers for it: messages by name, answers over a port each. */
export function serveEngine(): void {
  const worker = new Worker(extensionUrl("engine/worker.js"), { type: "module" });
  const engine = Comlink.wrap<EngineApi>(worker);
  const crashed = whenCrashed(worker);
  // A worker that cannot start never answers; without this every call would wait for ever.
  const orCrash = <T>(call: Promise<T>): Promise<T> => Promise.race([call, crashed]);
  const started = startModels(engine);
  const withModels = async <T>(call: () => Promise<T>): Promise<T> => {
    await orCrash(started);
    return orCrash(call());
  };
  const { chats } = openStore({ name: STORE_NAME, clock: { now: () => Date.now() } });
  // Without models questions are answered all the same.
  const ready = started.catch(() => {});
  const answer = answerByEngine(engine, { crashed, ready });
  const running = createRunningTurns({ answer, chats, onChange: broadcastChatChange });
  const document = (sourceId: string, itemId: string) => orCrash(engine.document(sourceId, itemId));
  const openFocus = (content: FocusContent) => orCrash(engine.openFocus(content));
  serve("engine", {
    ...chatHandlers({ chats, running, document, onChange: broadcastChange }),
    ...focusHandlers({
      openFocus,
      closeFocus: (focusId) => orCrash(engine.closeFocus(focusId)),
      document,
    }),
    "engine-ping": async () => null,
    "engine-status": async () => orCrash(engine.status()),
    suggest: async ({ query, limit }) => orCrash(engine.suggest(query, limit)),
    "document-get": async ({ sourceId, itemId }) => (await document(sourceId, itemId)) ?? null,
    "model-list": ({ fresh = false }) => withModels(() => engine.listModels(fresh)),
    "model-settings": async (settings) => {
      await withModels(() => engine.changeModels(settings));
      return null;
    },
    "model-download": async ({ modelId }) => {
      await withModels(() => engine.downloadModel(modelId));
      return null;
    },
    "model-download-cancel": async ({ modelId }) => {
      await withModels(() => engine.cancelDownload(modelId));
      return null;
    },
    "model-remove": async ({ modelId }) => {
      await withModels(() => engine.removeModel(modelId));
      return null;
    },
    "egress-list": ({ offset, limit }) => orCrash(engine.listEgress(offset, limit)),
    "outbox-poke": async () => {
      await orCrash(engine.drainOutbox());
      return null;
    },
  });
  onOwnPort(ASK_PORT, (port) => serveAnswer(running, port));
  const attachments = { readBytes, images: startOcr(), openFocus };
  onOwnPort(ATTACH_PORT, (port) => serveAttachment(attachments, port));
}

async function readBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** Rejects when the worker cannot start or ends with an error nobody caught. */
function whenCrashed(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      reject(new Error(`The search engine has stopped: ${message}; reload Atlas`));
    });
  });
  failure.catch(() => {});
  return failure;
}
