import * as Comlink from "comlink";
import { ASK_PORT } from "../messaging/ask";
import type { AskEvent, AskRequest } from "../messaging/protocol";
import { serve } from "../messaging/serve";
import { extensionUrl, onOwnPort } from "../platform/runtime";
import type { EngineApi } from "./engine-api";

/** Starts the engine worker and answers for it: messages by name, answers over a port each. */
export function serveEngine(): void {
  const worker = new Worker(extensionUrl("engine/worker.js"), { type: "module" });
  const engine = Comlink.wrap<EngineApi>(worker);
  serve("engine", {
    "engine-ping": async () => null,
    "engine-status": async () => engine.status(),
    suggest: async ({ query, limit }) => engine.suggest(query, limit),
    "document-get": async ({ sourceId, itemId }) => (await engine.document(sourceId, itemId)) ?? null,
    "focus-open": async (content) => engine.openFocus(content),
    "focus-close": async ({ focusId }) => {
      await engine.closeFocus(focusId);
      return null;
    },
    "outbox-poke": async () => {
      await engine.poke();
      return null;
    },
  });
  onOwnPort(ASK_PORT, (port) => streamAnswer(engine, port));
}

/** Streams the answer to the one request that comes over the port; a disconnect stops it. */
function streamAnswer(engine: Comlink.Remote<EngineApi>, port: chrome.runtime.Port): void {
  const askId = crypto.randomUUID();
  let connected = true;
  port.onDisconnect.addListener(() => {
    connected = false;
    void engine.stopAsk(askId);
  });
  port.onMessage.addListener((request: AskRequest) => {
    const onEvent = (event: AskEvent) => {
      if (connected) port.postMessage(event);
    };
    void engine.ask(askId, request, Comlink.proxy(onEvent));
  });
}
