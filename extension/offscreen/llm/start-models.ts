import * as Comlink from "comlink";
import { toPlainError } from "../../../engine/errors/to-plain-error";
import { callBackground } from "../../messaging/call-background";
import { browserPromptApi } from "../../platform/prompt-api";
import type { EngineApi } from "../engine-api";
import type { KeyReply, ModelHost } from "./model-host";
import { servePromptApi } from "./prompt-bridge";
import { startModelWorkers } from "./start-model-workers";

/** Hands the engine its settings and what only the page can reach. Questions wait for it. */
export async function startModels(engine: Comlink.Remote<EngineApi>): Promise<void> {
  const settings = await callBackground("model-settings-get", {});
  const host: ModelHost = {
    apiKey: readKey,
    promptApi: servePromptApi(browserPromptApi, { stream: (stream) => Comlink.transfer(stream, [stream]) }),
    ...startModelWorkers(),
  };
  await engine.startModels(settings, Comlink.proxy(host));
}

async function readKey(serverId: string): Promise<KeyReply> {
  try {
    const key = await callBackground("model-key-get", { serverId });
    return key === null ? {} : { key };
  } catch (error) {
    return { problem: toPlainError(error) };
  }
}
