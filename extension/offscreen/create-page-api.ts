import * as Comlink from "comlink";
import { callBackground } from "../messaging/call-background";
import { settle } from "../messaging/envelope";
import { searchLive } from "../messaging/search-live";
import { browserPromptApi } from "../platform/prompt-api";
import type { PageApi } from "./engine-api";
import { servePromptApi } from "./llm/bridge/prompt-bridge";
import { createCallRegistry } from "./llm/bridge/remote-call";
import { startModelWorkers } from "./llm/page/start-model-workers";

/** What only this page can reach, for the engine worker. */
export function createPageApi(): PageApi {
  const searches = createCallRegistry();
  return {
    modelSettings: () => settle(() => callBackground("model-settings-get", {})),
    apiKey: (serverId) => settle(() => callBackground("model-key-get", { serverId })),
    promptApi: servePromptApi(browserPromptApi, { stream: (stream) => Comlink.transfer(stream, [stream]) }),
    ...startModelWorkers(),
    searchLive: (callId, request, onReply) =>
      searches.run(callId, (signal) => searchLive(request, { onReply, signal })),
    stopSearch: (callId) => searches.stop(callId),
  };
}
