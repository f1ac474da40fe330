import * as Comlink from "comlink";
import { toPlainError } from "../../engine/errors/to-plain-error";
import { ASK_PORT } from "../messaging/ask";
import { searchLive } from "../messaging/live";
import type { AskEvent, AskRequest } from "../messaging/protocol";
import { serve } from "../messaging/serve";
import { extensionUrl, onOwnPort } from "../platform/runtime";
import type { EngineApi } from "./engine-api";
import type { SearchLive } from "./live-sources";
import { startModels } from "./llm/start-models";

/** Starts the engine worker and answers for it: messages by name, answers over a port each. */
export function serveEngine(): void {
  const worker = new Worker(extensionUrl("engine/worker.js"), { type: "module" });
  const engine = Comlink.wrap<EngineApi>(worker);
  const broken = failureOf(worker);
  // A worker that cannot start never answers; without this every call would wait for ever.
  const orBroken = <T>(call: Promise<T>): Promise<T> => Promise.race([call, broken]);
  const started = startModels(engine);
  const withModels = async <T>(call: () => Promise<T>): Promise<T> => {
    await orBroken(started);
    return orBroken(call());
  };
  serve("engine", {
    "engine-ping": async () => null,
    "engine-status": async () => orBroken(engine.status()),
    suggest: async ({ query, limit }) => orBroken(engine.suggest(query, limit)),
    "document-get": async ({ sourceId, itemId }) =>
      (await orBroken(engine.document(sourceId, itemId))) ?? null,
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
    "egress-list": ({ offset, limit }) => orBroken(engine.listEgress(offset, limit)),
    "focus-open": async (content) => orBroken(engine.openFocus(content)),
    "focus-close": async ({ focusId }) => {
      await orBroken(engine.closeFocus(focusId));
      return null;
    },
    "outbox-poke": async () => {
      await orBroken(engine.poke());
      return null;
    },
  });
  // Without models questions are answered all the same.
  const ready = started.catch(() => {});
  onOwnPort(ASK_PORT, (port) => streamAnswer(engine, { broken, ready }, port));
}

/** Rejects when the worker cannot start or ends with an error nobody caught. */
function failureOf(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      reject(new Error(`The search engine has stopped: ${message}; reload Atlas`));
    });
  });
  failure.catch(() => {});
  return failure;
}

/** Streams the answer to the one request that comes over the port; a disconnect stops it. */
function streamAnswer(
  engine: Comlink.Remote<EngineApi>,
  { broken, ready }: { readonly broken: Promise<never>; readonly ready: Promise<void> },
  port: chrome.runtime.Port,
): void {
  const askId = crypto.randomUUID();
  const gone = new AbortController();
  port.onDisconnect.addListener(() => {
    gone.abort();
    void engine.stopAsk(askId);
  });
  port.onMessage.addListener((request: AskRequest) => {
    const onEvent = (event: AskEvent) => {
      if (!gone.signal.aborted) port.postMessage(event);
    };
    const live: SearchLive = (question, onReply) => searchLive(question, { onReply, signal: gone.signal });
    const asking = ready.then(() =>
      gone.signal.aborted
        ? undefined
        : engine.ask(askId, request, Comlink.proxy(onEvent), Comlink.proxy(live)),
    );
    void Promise.race([asking, broken]).catch((error: unknown) =>
      onEvent({ type: "error", error: toPlainError(error) }),
    );
  });
}
