import * as Comlink from "comlink";
import { AtlasError } from "../../../engine/errors/atlas-error";
import { UnavailableError } from "../../../engine/errors/unavailable-error";
import { createModels, type ModelsDeps } from "../../../engine/llm/create-models";
import type { Generator } from "../../../engine/llm/generator";
import type { Models } from "../../../engine/llm/models";
import { createPromptApiProvider } from "../../../engine/llm/prompt-api/create-prompt-api-provider";
import { createTransformersJsProvider } from "../../../engine/llm/transformers-js/create-transformers-js-provider";
import { createWebLlmProvider } from "../../../engine/llm/web-llm/create-web-llm-provider";
import type { ModelSettings } from "../../../engine/model/model-settings";
import { toModelWorker } from "./bridge/model-worker-bridge";
import type { KeyResult, PageModelApi } from "./bridge/page-model-api";
import { toPromptApi } from "./bridge/prompt-bridge";

/** The worker's language models: none until the page has handed over what only it can reach. */
export interface WorkerModels {
  readonly generator: Generator;
  start(settings: ModelSettings, pageApi: PageModelApi): void;
  /** UnavailableError before the start. */
  started(): Models;
}

export function createWorkerModels(deps: Omit<ModelsDeps, "apiKey" | "local">): WorkerModels {
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
    start: (settings, pageApi) => {
      const marshaller = { callback: Comlink.proxy };
      const promptApi = toPromptApi(pageApi.promptApi, marshaller);
      models = createModels({
        ...deps,
        apiKey: async (serverId) => unwrapKey(await pageApi.apiKey(serverId)),
        local: [
          createPromptApiProvider(promptApi),
          createWebLlmProvider(toModelWorker(pageApi.webLlm, marshaller)),
          createTransformersJsProvider(toModelWorker(pageApi.transformersJs, marshaller)),
        ],
      });
      models.configure(settings);
    },
  };
}

function unwrapKey({ key, problem }: KeyResult): string | undefined {
  if (problem) throw new AtlasError(problem.code, problem.message);
  return key;
}
