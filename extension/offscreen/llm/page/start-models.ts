import * as Comlink from "comlink";
import { toPlainError } from "../../../../engine/errors/to-plain-error";
import { callBackground } from "../../../messaging/call-background";
import { browserPromptApi } from "../../../platform/prompt-api";
import type { EngineApi } from "../../engine-api";
import type { KeyResult, PageModelApi } from "../bridge/page-model-api";
import { servePromptApi } from "../bridge/prompt-bridge";
import { startModelWorkers } from "./start-model-workers";

/** Hands the engine its settings and what only the page can reach. Questions wait for it. */
export async function startModels(engine: Comlink.Remote<EngineApi>): Promise<void> {
  const settings = await callBackground("model-settings-get", {});
  const pageApi: PageModelApi = {
    apiKey: readKey,
    promptApi: servePromptApi(browserPromptApi, { stream: (stream) => Comlink.transfer(stream, [stream]) }),
    ...startModelWorkers(),
  };
  await engine.startModels(settings, Comlink.proxy(pageApi));
}

async function readKey(serverId: string): Promise<KeyResult> {
  try {
    const key = await callBackground("model-key-get", { serverId });
    return key === null ? {} : { key };
  } catch (error) {
    return { problem: toPlainError(error) };
  }
}
