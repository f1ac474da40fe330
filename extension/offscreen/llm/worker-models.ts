import * as Comlink from "comlink";
import { UnavailableError } from "../../../engine/errors/unavailable-error";
import { createModels, type ModelsDeps } from "../../../engine/llm/create-models";
import type { Generator } from "../../../engine/llm/generator";
import type { Models } from "../../../engine/llm/models";
import { createPromptApiProvider } from "../../../engine/llm/prompt-api/create-prompt-api-provider";
import { createTransformersJsProvider } from "../../../engine/llm/transformers-js/create-transformers-js-provider";
import { createWebLlmProvider } from "../../../engine/llm/web-llm/create-web-llm-provider";
import { unwrap } from "../../messaging/envelope";
import type { PageApi } from "../engine-api";
import { toModelWorker } from "./bridge/model-worker-bridge";
import { toPromptApi } from "./bridge/prompt-bridge";

/** The worker's language models: none until their settings were read. */
export interface WorkerModels {
  readonly generator: Generator;
  /** Rejects when the settings cannot be read. */
  ready(): Promise<Models>;
}

export function createWorkerModels(page: PageApi, deps: Omit<ModelsDeps, "apiKey" | "local">): WorkerModels {
  const marshaller = { callback: Comlink.proxy };
  const models = createModels({
    ...deps,
    apiKey: async (serverId) => unwrap(await page.apiKey(serverId), "model-key-get") ?? undefined,
    local: [
      createPromptApiProvider(toPromptApi(page.promptApi, marshaller)),
      createWebLlmProvider(toModelWorker(page.webLlm, marshaller)),
      createTransformersJsProvider(toModelWorker(page.transformersJs, marshaller)),
    ],
  });
  let isConfigured = false;
  const ready = configure();
  ready.catch(() => {});

  async function configure(): Promise<Models> {
    models.configure(unwrap(await page.modelSettings(), "model-settings-get"));
    isConfigured = true;
    return models;
  }

  return {
    ready: () => ready,
    generator: {
      window: async (choice) => (isConfigured ? models.generator.window(choice) : undefined),
      generate: (request) => {
        if (isConfigured) return models.generator.generate(request);
        throw new UnavailableError("Cannot use language models: their settings were not read; reload Atlas");
      },
    },
  };
}
