import * as Comlink from "comlink";
import { AtlasError } from "../../../engine/errors/atlas-error";
import { UnavailableError } from "../../../engine/errors/unavailable-error";
import { createModels, type ModelsParts } from "../../../engine/llm/create-models";
import type { Generator } from "../../../engine/llm/generator";
import type { Models } from "../../../engine/llm/models";
import { createPromptApiProvider } from "../../../engine/llm/prompt-api/create-prompt-api-provider";
import { createTransformersJsProvider } from "../../../engine/llm/transformers-js/create-transformers-js-provider";
import { createWebLlmProvider } from "../../../engine/llm/web-llm/create-web-llm-provider";
import type { ModelSettings } from "../../../engine/model/model-settings";
import type { KeyReply, ModelHost } from "./model-host";
import { toModelWorker } from "./model-worker-bridge";
import { toPromptApi } from "./prompt-bridge";

/** The worker's language models: none until the page has handed over what only it can reach. */
export interface WorkerModels {
  readonly generator: Generator;
  start(settings: ModelSettings, host: ModelHost): void;
  /** UnavailableError before the start. */
  started(): Models;
}

export function createWorkerModels(parts: Omit<ModelsParts, "apiKey" | "local">): WorkerModels {
  let models: Models | undefined;

  function started(): Models {
    if (!models)
      throw new UnavailableError("Cannot use language models: their settings were not read; reload Atlas");
    return models;
  }

  return {
    started,
    generator: {
      window: async (choice) => models?.generator.window(choice),
      generate: (request) => started().generator.generate(request),
    },
    start: (settings, host) => {
      const crossing = { callback: Comlink.proxy };
      const promptApi = toPromptApi(host.promptApi, crossing);
      models = createModels({
        ...parts,
        apiKey: async (serverId) => openKey(await host.apiKey(serverId)),
        local: [
          createPromptApiProvider(promptApi),
          createWebLlmProvider(toModelWorker(host.webLlm, crossing)),
          createTransformersJsProvider(toModelWorker(host.transformersJs, crossing)),
        ],
      });
      models.change(settings);
    },
  };
}

function openKey({ key, problem }: KeyReply): string | undefined {
  if (problem) throw new AtlasError(problem.code, problem.message);
  return key;
}
